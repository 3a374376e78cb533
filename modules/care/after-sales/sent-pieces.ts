import { sql } from 'kysely'
import { saleItemsOf } from '#goods/catalog'
import { daysLater } from '#kernel/day'
import type { SaleItem } from '#model/goods/catalog'
import type { OrderId, OrderLineId } from '#model/sales/orders'
import { loadShop } from '#office/shops'
import type { Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import { orderSettings } from '#sales/orders'
import type { CaseLine } from './model.ts'

/** Pieces that the buyer of an order got in exchange, and what they stand for in it. */
export interface SentPiece {
  readonly sentLineId: CaseLine['id']
  readonly caseNumber: string
  readonly orderLineId: OrderLineId
  readonly item: SaleItem
  /** Pieces that are with the buyer and in no open case. */
  readonly left: number
  /** The return window of their own, from their arrival. */
  readonly returnUntil: Temporal.Instant
}

interface Row {
  readonly id: CaseLine['id']
  readonly number: string
  readonly order_line_id: OrderLineId
  readonly variant_id: SaleItem['variantId']
  readonly settled_at: Temporal.Instant
  readonly left: number
}

/** What buyers got in exchange for goods of an order and still have: it can be returned, exchanged or mended like what they ordered. */
export async function sentPieces(reader: Reader, orderId: OrderId): Promise<SentPiece[]> {
  const { rows } = await sql<Row>`
    select l.id, c.number, l.order_line_id, l.replacement_variant_id as variant_id, c.settled_at, (l.resent - coalesce(used.pieces, 0))::int as left
    from care.cases c
    join care.case_lines l on l.shop_id = c.shop_id and l.case_id = c.id and l.resent > 0
    left join lateral (${usedPieces}) used on true
    where c.shop_id = ${reader.shopId} and c.order_id = ${orderId} and c.kind = 'exchange' and c.status = 'settled'
    order by l.id`.execute(reader.db)
  const here = rows.filter(({ left }) => left > 0)
  if (here.length === 0) return []
  const items = await saleItemsOf(
    reader,
    here.map(({ variant_id }) => variant_id),
  )
  const { returnWindow } = await readSettings(reader, orderSettings)
  const { timeZone } = await loadShop(reader)
  return here.flatMap((row) => {
    const item = items.get(row.variant_id)
    if (!item) return []
    const { id: sentLineId, number: caseNumber, order_line_id: orderLineId, left } = row
    return [
      {
        sentLineId,
        caseNumber,
        orderLineId,
        item,
        left,
        returnUntil: daysLater(row.settled_at, returnWindow, timeZone),
      },
    ]
  })
}

/** Open cases claim what they ask for; of the others what was sent back and is ours is used up. */
const usedPieces = sql`
  select sum(case
    when k.graded_at is not null and k.kind in ('return', 'exchange') then case when u.grade = 'wrong_goods' then 0 else u.received end
    when k.status in ('settled', 'refused', 'withdrawn', 'refunding') or k.kind = 'compensation' then 0
    else u.quantity end) as pieces
  from care.case_lines u join care.cases k on k.shop_id = u.shop_id and k.id = u.case_id
  where u.shop_id = l.shop_id and u.sent_line_id = l.id`
