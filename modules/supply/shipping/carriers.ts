import { type Id, newId } from '#kernel/id'
import { money } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import type { Reader, Tx } from '#platform/context'
import { publish } from '#platform/events'
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

/** The carriers this shop works with, by code. */
export async function listCarriers(reader: Reader): Promise<Carrier[]> {
  const rows = await reader.db
    .selectFrom('supply.carriers')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: { zh: row.name, en: row.name_en },
    phone: row.phone,
    inquiryUrl: row.inquiry_url,
    service: row.service,
    serviceType: row.service_type as Carrier['serviceType'],
    insures: row.insures,
    maxGrams: row.max_grams,
    cutoff: row.cutoff,
    collectsCash: row.collects_cash,
    cashRegions: row.cash_regions,
    enabled: row.enabled,
    daysMin: row.days_min,
    daysMax: row.days_max,
  }))
}

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

/** Adds a carrier or changes the one with this code. */
export async function saveCarrier(tx: Tx, carrier: CarrierInput): Promise<void> {
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
  await publish(tx, { type: 'carrier.changed', aggregate: 'shop', id: tx.shopId, data: { after: carrier } })
}

/** The freight table in the order in which it is read. */
export async function listFreightRules(reader: Reader): Promise<FreightRule[]> {
  const rows = await reader.db
    .selectFrom('supply.freight_rules as rule')
    .innerJoin('office.shops as shop', 'shop.id', 'rule.shop_id')
    .selectAll('rule')
    .select('shop.currency')
    .where('rule.shop_id', '=', reader.shopId)
    .orderBy('rule.priority')
    .orderBy('rule.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'FreightRule'>,
    carrier: row.carrier,
    name: row.name,
    provinces: row.provinces,
    excluded: row.excluded,
    reachable: row.reachable,
    firstGrams: row.first_grams,
    firstFee: money(row.first_fee_minor, row.currency),
    stepGrams: row.step_grams,
    stepFee: money(row.step_fee_minor, row.currency),
    surcharge: money(row.surcharge_minor, row.currency),
    freeFrom: row.free_from_minor === null ? null : money(row.free_from_minor, row.currency),
    priority: row.priority,
  }))
}

/** No place is excluded and nothing added unless said. */
export type FreightRuleInput = Omit<FreightRule, 'id' | 'excluded' | 'surcharge'> &
  Partial<Pick<FreightRule, 'id' | 'excluded' | 'surcharge'>>

/** Adds a rule, or changes the one with this id. @throws carrierUnknown, ruleNotFound */
export async function saveFreightRule(tx: Tx, rule: FreightRuleInput): Promise<Id<'FreightRule'>> {
  if (!(await listCarriers(tx)).some((carrier) => carrier.code === rule.carrier))
    throw carrierUnknown({ field: 'carrier', carrier: rule.carrier })
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
  await publish(tx, {
    type: 'freight_rule.removed',
    aggregate: 'shop',
    id: tx.shopId,
    data: { id: ruleId, before: row },
  })
}
