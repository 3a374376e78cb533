import type { Id } from '#kernel/id'
import { money } from '#kernel/money'
import type { Reader } from '#platform/context'
import { remembered } from '#platform/remembered'
import type { CarrierTables } from './choose-carrier.ts'
import type { Carrier, CarrierChoice, FreightRule } from './model.ts'

/** Carriers, freight rules and choices, as every quote and order asks for them. Whoever changes one of them makes it forget. */
export const carrierTables = remembered<CarrierTables>(async (reader) => ({
  carriers: await listCarriers(reader),
  rules: await listFreightRules(reader),
  choices: await listCarrierChoices(reader),
}))

/** The freight table as quotes read it: what another process changed may be seen three seconds late. */
export const freightRules = async (reader: Reader): Promise<readonly FreightRule[]> =>
  (await carrierTables(reader)).rules

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
