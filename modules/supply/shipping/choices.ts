import { type Id, newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import { mustBeRegions } from '#platform/regions'
import { carrierTables } from './carrier-tables.ts'
import { mustBeCarriers } from './carriers.ts'
import type { CarrierChoice } from './model.ts'

export const choiceNotFound = refusal(
  'not_found',
  'shipping.choice_not_found',
  (d: { choiceId: string }) => `there is no carrier choice ${d.choiceId}`,
)

export type CarrierChoiceInput = Omit<CarrierChoice, 'id'> & { readonly id?: CarrierChoice['id'] }

/** Adds a choice, or changes the one with this id. @throws carrierUnknown, regionUnknown, choiceNotFound */
export async function saveCarrierChoice(tx: Tx, choice: CarrierChoiceInput): Promise<CarrierChoice['id']> {
  mustBeRegions('regions', choice.regions)
  const values = {
    name: choice.name,
    applies: choice.applies,
    up_to_grams: choice.applies === 'light' ? (choice.upToGrams ?? 1_000) : null,
    regions: [...choice.regions],
    carriers: [...choice.carriers],
    only_these: choice.only,
    priority: choice.priority,
  }
  const id = choice.id ?? newId<'CarrierChoice'>()
  if (choice.id) await updateChoice(tx, choice.id, values)
  else
    await tx.db
      .insertInto('supply.carrier_choices')
      .values({ id, shop_id: tx.shopId, ...values })
      .execute()
  await mustBeCarriers(tx, choice)
  carrierTables.forget(tx)
  await publish(tx, { type: 'carrier_choice.changed', aggregate: 'shop', id: tx.shopId, data: { id, after: choice } })
  return id
}

async function updateChoice(tx: Tx, choiceId: string, values: object): Promise<void> {
  const row = await tx.db
    .updateTable('supply.carrier_choices')
    .set(values)
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', choiceId)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw choiceNotFound({ choiceId })
}

/** Takes a choice away. @throws choiceNotFound */
export async function removeCarrierChoice(tx: Tx, choiceId: Id<'CarrierChoice'>): Promise<void> {
  const before = await tx.db
    .deleteFrom('supply.carrier_choices')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', choiceId)
    .returning('name')
    .executeTakeFirst()
  if (!before) throw choiceNotFound({ choiceId })
  carrierTables.forget(tx)
  await publish(tx, {
    type: 'carrier_choice.removed',
    aggregate: 'shop',
    id: tx.shopId,
    data: { id: choiceId, before },
  })
}
