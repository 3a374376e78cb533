import { type Id, newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Reader, Tx } from '#platform/context'
import { publish } from '#platform/events'
import { mustBeCarriers } from './carriers.ts'
import type { CarrierChoice } from './model.ts'

export const choiceNotFound = refusal(
  'not_found',
  'shipping.choice_not_found',
  (d: { choiceId: string }) => `there is no carrier choice ${d.choiceId}`,
)

/** How this shop chooses between carriers that reach an address, in the order in which it is read. */
export async function listCarrierChoices(reader: Reader): Promise<CarrierChoice[]> {
  const rows = await reader.db
    .selectFrom('supply.carrier_choices')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .orderBy('priority')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as CarrierChoice['id'],
    name: row.name,
    applies: row.applies as CarrierChoice['applies'],
    upToGrams: row.up_to_grams,
    regions: row.regions,
    carriers: row.carriers,
    only: row.only_these,
    priority: row.priority,
  }))
}

export type CarrierChoiceInput = Omit<CarrierChoice, 'id'> & { readonly id?: CarrierChoice['id'] }

/** Adds a choice, or changes the one with this id. @throws carrierUnknown, choiceNotFound */
export async function saveCarrierChoice(tx: Tx, choice: CarrierChoiceInput): Promise<CarrierChoice['id']> {
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
  await publish(tx, {
    type: 'carrier_choice.removed',
    aggregate: 'shop',
    id: tx.shopId,
    data: { id: choiceId, before },
  })
}
