import { sql } from 'kysely'
import { type PlaceOfProduct, placesOfProducts, saleItemsBySku } from '#goods/catalog'
import { piecesIn } from '#kernel/quantity'
import type { ProductId } from '#model/goods/catalog'
import { messageKinds, type OrderFacts, ownShop, type RuleField } from '#model/sales/rules'
import { knownShop } from '#office/shops'
import type { Reader } from '#platform/context'
import type { Order, OrderId } from './model.ts'
import { linesOfMany } from './order-store.ts'

/** What rules look at of these orders, as far as they ask for it. Three queries, however many the orders are. */
export async function factsOfOrders(
  reader: Reader,
  orders: readonly Order[],
  asked: ReadonlySet<RuleField>,
): Promise<Map<OrderId, OrderFacts>> {
  const ids = orders.map(({ id }) => id)
  const [{ timeZone }, lines, around] = [
    await knownShop(reader),
    await linesOfMany(reader, ids),
    await aroundOf(reader, ids),
  ]
  const products = [...lines.values()].flat().map((line) => line.product_id as ProductId)
  const places = await placesAsked(reader, products, asked)
  return new Map(
    orders.map((order) => {
      const found = around.get(order.id)!
      const placed = order.placedAt.toZonedDateTimeISO(timeZone)
      const own = (lines.get(order.id) ?? []).map((row) => ({
        sku: row.sku,
        productId: row.product_id as ProductId,
        quantity: row.quantity,
        weightGrams: row.requires_shipping ? row.weight_grams : 0,
      }))
      const requests = order.requests.map(({ text }) => text)
      return [
        order.id,
        facts({
          amount: order.total.minor,
          region: order.districtCode,
          lines: own,
          places,
          written: { memo: [order.memo], note: [found.note], request: requests },
          payment: found.method,
          channel: order.source ?? ownShop,
          placed,
          buyer: found,
        }),
      ]
    }),
  )
}

/** An order that somebody thinks up. */
export interface MadeUpOrder {
  /** What is to be paid, in minor units. */
  readonly amountMinor: number
  readonly districtCode: string
  readonly goods: readonly { readonly sku: string; readonly quantity: number }[]
  readonly words: string
  readonly payment: string
  readonly isFirst: boolean
}

/** What rules would look at, were it placed now in our own shop. A code that nobody has is goods without weight and place. */
export async function factsOfMadeUp(
  reader: Reader,
  { amountMinor, districtCode, goods, words, payment, isFirst }: MadeUpOrder,
  asked: ReadonlySet<RuleField>,
): Promise<OrderFacts> {
  const { timeZone } = await knownShop(reader)
  const items = await saleItemsBySku(
    reader,
    goods.map(({ sku }) => sku),
  )
  const lines = goods.map(({ sku, quantity }) => {
    const item = items.get(sku)
    return { sku, quantity, productId: item?.productId, weightGrams: item?.requiresShipping ? item.weightGrams : 0 }
  })
  return facts({
    amount: amountMinor,
    region: districtCode,
    lines,
    places: await placesAsked(
      reader,
      lines.flatMap(({ productId }) => productId ?? []),
      asked,
    ),
    written: { memo: [words], note: [], request: [] },
    payment,
    channel: ownShop,
    placed: reader.now.toZonedDateTimeISO(timeZone),
    buyer: { level: 0, refunds: 0, isFirst, isDisputed: false },
  })
}

type Places = ReadonlyMap<ProductId, PlaceOfProduct>

const placesAsked = async (
  reader: Reader,
  ids: readonly ProductId[],
  asked: ReadonlySet<RuleField>,
): Promise<Places> =>
  asked.has('category') || asked.has('brand') || asked.has('tag') ? placesOfProducts(reader, ids) : new Map()

interface Buyer {
  readonly level: number
  readonly refunds: number
  readonly isFirst: boolean
  readonly isDisputed: boolean
}

interface Found {
  readonly amount: number
  readonly region: string
  readonly lines: readonly {
    readonly sku: string
    readonly productId: ProductId | undefined
    readonly quantity: number
    readonly weightGrams: number
  }[]
  readonly places: Places
  readonly written: Readonly<Record<(typeof messageKinds)[number], readonly string[]>>
  readonly payment: string
  readonly channel: string
  readonly placed: Temporal.ZonedDateTime
  readonly buyer: Buyer
}

function facts({ lines, places, placed, buyer, ...found }: Found): OrderFacts {
  const standing = lines.flatMap(({ productId }) => (productId && places.get(productId)) ?? [])
  return {
    numbers: {
      amount: found.amount,
      weight: lines.reduce((all, { weightGrams, quantity }) => all + weightGrams * quantity, 0),
      pieces: piecesIn(lines),
      level: buyer.level,
      refunds: buyer.refunds,
      time: placed.hour * 60 + placed.minute,
    },
    lists: {
      sku: once(lines.map(({ sku }) => sku)),
      product: once(lines.flatMap(({ productId }) => productId ?? [])),
      category: once(standing.flatMap(({ categoryIds }) => categoryIds)),
      brand: once(standing.flatMap(({ brandId }) => brandId ?? [])),
      tag: once(standing.flatMap(({ tags }) => tags)),
      region: [found.region],
      buyer: [buyer.isFirst ? 'first' : 'returning', ...(buyer.isDisputed ? ['disputed'] : [])],
      words: Object.values(found.written).flat().filter(isWritten),
      message: messageKinds.filter((kind) => found.written[kind].some(isWritten)),
      payment: [found.payment],
      channel: [found.channel],
      weekday: [String(placed.dayOfWeek)],
    },
  }
}

const isWritten = (text: string): boolean => text !== ''

const once = (values: readonly string[]): string[] => [...new Set(values)]

interface Around extends Buyer {
  readonly method: string
  readonly note: string
}

/** What is known of each order's buyer from their other orders here, how it was paid, and what staff noted on it. */
async function aroundOf({ db, shopId }: Reader, ids: readonly OrderId[]): Promise<Map<OrderId, Around>> {
  const { rows } = await sql<Around & { id: OrderId }>`
    select o.id, coalesce(c.level, 0) as level, coalesce(m.note, '') as note, before.refunds, before.paid = 0 as "isFirst", before.disputed as "isDisputed",
      case when o.cash_on_delivery then 'cod' else coalesce((
        select p.method from sales.payment_shares s join sales.payments p on p.shop_id = s.shop_id and p.id = s.payment_id
        where s.shop_id = o.shop_id and s.order_id = o.id and p.paid_at is not null order by p.paid_at limit 1), '') end as method
    from sales.orders o
    left join sales.customers c on c.id = o.customer_id
    left join sales.order_marks m on m.shop_id = o.shop_id and m.order_id = o.id
    cross join lateral (
      select count(*) filter (where e.refunded_minor > 0)::int as refunds, count(*) filter (where e.paid_at is not null)::int as paid,
        coalesce(bool_or(e.disputed_at is not null), false) as disputed
      from sales.orders e
      where e.shop_id = o.shop_id and e.customer_id = o.customer_id and e.id <> o.id and e.placed_at <= o.placed_at) before
    where o.shop_id = ${shopId} and o.id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
