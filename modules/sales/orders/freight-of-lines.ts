import type { Money } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import type { FreightQuote } from '#model/supply/shipping'
import type { Reader } from '#platform/context'
import { carriersOfGoods, compareCarriers, quoteFreight } from '#supply/shipping'
import { type LineToPrice, needsOf, weightOf } from './quote.ts'

export const noSharedCarrier = refusal(
  'conflict',
  'orders.no_shared_carrier',
  (d: { field: string; name: string }) => `no carrier may bring ${d.field} together with the others`,
)
export const lineNotCarried = refusal(
  'conflict',
  'orders.line_not_carried',
  (d: { field: string; name: string }) => `none of the carriers of ${d.field} reaches the address`,
)

/**
 * What it costs to send these lines to a district, and with whom: a carrier that may bring every one of them.
 *
 * @throws noSharedCarrier naming the first line that has no carrier in common with those before it
 * @throws lineNotCarried naming the first line that is kept from an address others are brought to; notReachable, unknownDistrict
 */
export async function freightFor(
  reader: Reader,
  lines: readonly LineToPrice[],
  { districtCode, goods }: { readonly districtCode: string; readonly goods: Money },
): Promise<FreightQuote> {
  const items = lines.map((line) => line.item)
  const odd = lines.find((_, index) => carriersOfGoods(items.slice(0, index + 1))?.length === 0)
  if (odd) throw noSharedCarrier(about(reader, odd))
  const shipment = {
    districtCode,
    weightGrams: weightOf(lines),
    goods,
    needs: needsOf(items),
    allowed: carriersOfGoods(items),
  }
  const isKeptBack = shipment.allowed && !(await compareCarriers(reader, shipment)).quote
  if (isKeptBack && (await compareCarriers(reader, { ...shipment, allowed: undefined })).quote)
    throw lineNotCarried(about(reader, lines.find(({ item }) => carriersOfGoods([item]))!))
  return quoteFreight(reader, shipment)
}

const about = ({ locale }: Reader, { id, item }: LineToPrice) => ({ field: `lines.${id}`, name: item.name[locale] })
