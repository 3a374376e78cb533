import { warrantiesOf } from '#goods/catalog'
import { dayIn, isBefore } from '#kernel/day'
import { loadShop } from '#office/shops'
import type { Reader } from '#platform/context'
import type { Refundable, RefundableLine } from '#sales/orders'
import { noWarranty, warrantyOver } from './case.ts'

/** Until when each line of an order is mended without charge: so many months, as its product promises, from delivery. Lines without a warranty are left out. */
export async function warrantyUntil(
  reader: Reader,
  { order, lines }: Pick<Refundable, 'order' | 'lines'>,
): Promise<Map<RefundableLine['line']['id'], Temporal.Instant>> {
  const carried = lines.filter(({ line }) => line.requiresShipping)
  const months = await warrantiesOf(
    reader,
    carried.map(({ line }) => line.productId),
  )
  const { timeZone } = await loadShop(reader)
  const start = (order.deliveredAt ?? order.receivedAt ?? reader.now).toZonedDateTimeISO(timeZone)
  return new Map(
    carried.flatMap(({ line }) => {
      const promised = months.get(line.productId)
      return promised ? [[line.id, start.add({ months: promised }).toInstant()]] : []
    }),
  )
}

/** Whether each of these lines may be mended under its warranty. @throws noWarranty, warrantyOver naming the line */
export async function mustBeUnderWarranty(
  reader: Reader,
  refundable: Refundable,
  lineIds: readonly RefundableLine['line']['id'][],
): Promise<void> {
  const until = await warrantyUntil(reader, refundable)
  const { timeZone } = await loadShop(reader)
  for (const { line } of refundable.lines.filter((each) => lineIds.includes(each.line.id))) {
    const [field, name, end] = [`lines.${line.id}`, line.name[reader.locale], until.get(line.id)]
    if (!end) throw noWarranty({ field, name })
    if (isBefore(end, reader.now)) throw warrantyOver({ field, name, until: dayIn(end, timeZone).toString() })
  }
}
