import { type Id, newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Reader, Tx } from '#platform/context'
import { publish } from '#platform/events'
import { mustBeRegions } from '#platform/regions'
import { carrierTables, listCarriers } from './carrier-tables.ts'
import type { Carrier, FreightRule } from './model.ts'

export const carrierUnknown = refusal(
  'invalid',
  'shipping.carrier_unknown',
  (d: { field: string; carrier: string }) => `there is no carrier ${d.carrier}`,
)
export const ruleNotFound = refusal(
  'not_found',
  'shipping.rule_not_found',
  (d: { ruleId: string }) => `there is no freight rule ${d.ruleId}`,
)

/** @throws carrierUnknown for the first code that is none of the shop's carriers */
export async function mustBeCarriers(
  reader: Reader,
  { carriers }: { readonly carriers: readonly string[] },
): Promise<void> {
  const known = (await listCarriers(reader)).map(({ code }) => code)
  const unknown = carriers.find((code) => !known.includes(code))
  if (unknown) throw carrierUnknown({ field: 'carriers', carrier: unknown })
}

type Conditions = 'serviceType' | 'insures' | 'maxGrams' | 'cutoff' | 'collectsCash' | 'cashRegions'

/** Plain express without insurance, weight limit, cut-off and cash on delivery unless said. */
export type CarrierInput = Omit<Carrier, Conditions> & Partial<Pick<Carrier, Conditions>>

/** Adds a carrier or changes the one with this code. @throws regionUnknown */
export async function saveCarrier(tx: Tx, carrier: CarrierInput): Promise<void> {
  mustBeRegions('cashRegions', carrier.cashRegions ?? [])
  const values = {
    name: carrier.name.zh,
    name_en: carrier.name.en,
    phone: carrier.phone,
    inquiry_url: carrier.inquiryUrl,
    service: carrier.service,
    service_type: carrier.serviceType ?? 'express',
    insures: carrier.insures ?? false,
    max_grams: carrier.maxGrams ?? null,
    cutoff: carrier.cutoff ?? null,
    collects_cash: carrier.collectsCash ?? false,
    cash_regions: [...(carrier.cashRegions ?? [])],
    enabled: carrier.enabled,
    days_min: carrier.daysMin,
    days_max: carrier.daysMax,
  }
  await tx.db
    .insertInto('supply.carriers')
    .values({ shop_id: tx.shopId, code: carrier.code, ...values })
    .onConflict((conflict) => conflict.columns(['shop_id', 'code']).doUpdateSet(values))
    .execute()
  carrierTables.forget(tx)
  await publish(tx, { type: 'carrier.changed', aggregate: 'shop', id: tx.shopId, data: { after: carrier } })
}

/** No place is excluded and nothing added unless said. */
export type FreightRuleInput = Omit<FreightRule, 'id' | 'excluded' | 'surcharge'> &
  Partial<Pick<FreightRule, 'id' | 'excluded' | 'surcharge'>>

/** Adds a rule, or changes the one with this id. @throws carrierUnknown, regionUnknown, ruleNotFound */
export async function saveFreightRule(tx: Tx, rule: FreightRuleInput): Promise<Id<'FreightRule'>> {
  if (!(await listCarriers(tx)).some((carrier) => carrier.code === rule.carrier))
    throw carrierUnknown({ field: 'carrier', carrier: rule.carrier })
  mustBeRegions('provinces', rule.provinces)
  mustBeRegions('excluded', rule.excluded ?? [])
  const values = {
    carrier: rule.carrier,
    name: rule.name,
    provinces: [...rule.provinces],
    excluded: [...(rule.excluded ?? [])],
    reachable: rule.reachable,
    first_grams: rule.firstGrams,
    first_fee_minor: rule.firstFee.minor,
    step_grams: rule.stepGrams,
    step_fee_minor: rule.stepFee.minor,
    surcharge_minor: rule.surcharge?.minor ?? 0,
    free_from_minor: rule.freeFrom?.minor ?? null,
    priority: rule.priority,
  }
  const id = rule.id ?? newId<'FreightRule'>()
  if (rule.id) await updateRule(tx, rule.id, values)
  else
    await tx.db
      .insertInto('supply.freight_rules')
      .values({ id, shop_id: tx.shopId, ...values })
      .execute()
  carrierTables.forget(tx)
  await publish(tx, { type: 'freight_rule.changed', aggregate: 'shop', id: tx.shopId, data: { id, after: rule } })
  return id
}

async function updateRule(tx: Tx, ruleId: string, values: object): Promise<void> {
  const row = await tx.db
    .updateTable('supply.freight_rules')
    .set(values)
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', ruleId)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw ruleNotFound({ ruleId })
}

/** Takes a rule out of the freight table. @throws ruleNotFound */
export async function removeFreightRule(tx: Tx, ruleId: Id<'FreightRule'>): Promise<void> {
  const row = await tx.db
    .deleteFrom('supply.freight_rules')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', ruleId)
    .returning('name')
    .executeTakeFirst()
  if (!row) throw ruleNotFound({ ruleId })
  carrierTables.forget(tx)
  await publish(tx, {
    type: 'freight_rule.removed',
    aggregate: 'shop',
    id: tx.shopId,
    data: { id: ruleId, before: row },
  })
}
