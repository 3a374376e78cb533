import { Broken, type House } from './house.ts'
import { rows } from './rows.ts'

/** What somebody with pencil and paper knows who only sees what goes in and out of the house. */
export class Model {
  /** Pieces that are somewhere in the house, fit for sale or not. */
  readonly pieces = new Map<string, number>()
  /** Pieces of each order line that left the house. */
  readonly shipped = new Map<string, number>()
  readonly #last = new Map<string, string>()

  static async of({ db }: House): Promise<Model> {
    const model = new Model()
    for (const { variant, pieces } of await stock(db)) model.pieces.set(variant, pieces)
    return model
  }

  brought(variant: string, count: number): void {
    this.pieces.set(variant, (this.pieces.get(variant) ?? 0) + count)
  }

  left(line: string, variant: string, count: number): void {
    this.brought(variant, -count)
    this.shipped.set(line, (this.shipped.get(line) ?? 0) + count)
  }

  /** What must be true whenever nobody is in the middle of something. @throws Broken */
  async compare(house: House): Promise<void> {
    const wrong = [
      ...this.#wrongPieces(await stock(house.db)),
      ...(await wrongHolds(house)),
      ...(await wrongMoney(house)),
      ...(await wrongCharge(house)),
      ...(await this.#wrongShipped(house)),
      ...(await this.#wrongWay(house)),
    ]
    if (wrong.length > 0) throw new Broken(wrong.join('; '))
  }

  #wrongPieces(found: readonly Stock[]): string[] {
    const counted = new Map(found.map(({ variant, pieces }) => [variant, pieces]))
    return [...this.pieces].flatMap(([variant, expected]) => {
      const pieces = counted.get(variant) ?? 0
      return pieces === expected
        ? []
        : [`${expected} pieces of ${variant} went in and stayed, the shelves hold ${pieces}`]
    })
  }

  async #wrongShipped({ db }: House): Promise<string[]> {
    const lines = await rows<{ id: string; shipped: number }>(db)`
      select id, shipped from sales.order_lines where shipped > 0 and requires_shipping order by id`
    return lines.flatMap(({ id, shipped }) =>
      shipped > (this.shipped.get(id) ?? 0) ? [`line ${id} says ${shipped} shipped, ${this.shipped.get(id)} left`] : [],
    )
  }

  /** T1, T2: a hold that ended never comes back, captured money is never uncaptured, a parcel never moves backwards. */
  async #wrongWay({ db }: House): Promise<string[]> {
    const found = await rows<{ id: string; stands: string; ended: boolean }>(db)`
      select 'hold ' || id as id, status as stands, status = 'consumed' as ended from supply.reservations
      union all select 'capture ' || id, captured_minor::text, captured_minor > 0 from sales.payments
      union all select 'refund ' || id, status, status = 'succeeded' from sales.refunds
      union all select 'cancelled ' || id, status, status = 'cancelled' from sales.orders
      order by 1`
    const wrong = found.flatMap(({ id, stands }) => {
      const before = this.#last.get(id)
      return before !== undefined && before !== stands ? [`${id} was ${before} for good and is ${stands}`] : []
    })
    for (const { id, stands, ended } of found) if (ended) this.#last.set(id, stands)
    return wrong
  }
}

interface Stock {
  readonly variant: string
  readonly pieces: number
}

const stock = (db: House['db']) =>
  rows<Stock>(
    db,
  )`select variant_id as variant, sum(quantity)::int8 as pieces from supply.bin_stock group by 1 order by 1`

/** An open order that nothing is missing of holds all that has not left. */
async function wrongHolds({ db, now }: House): Promise<string[]> {
  const found = await rows<{ number: string; sku: string; due: number; held: number }>(db)`
    select o.number, l.sku, l.quantity - l.shipped as due, coalesce(h.held, 0)::int8 as held
    from sales.orders o
    join sales.order_lines l on l.order_id = o.id and l.requires_shipping
    left join (select holder_id, line_id, sum(quantity) as held from supply.reservations where status = 'held' group by 1, 2) h
      on h.line_id = l.id and h.holder_id = coalesce(o.shipment_id, o.id)
    where (o.status = 'open' and o.fulfilment_status in ('waiting', 'released')
        and not exists (select from supply.outbounds x where x.source_id = coalesce(o.shipment_id, o.id) and x.status in ('short', 'handed_over'))
        and (o.payment_status <> 'awaiting' or o.pay_by > ${now}::timestamptz) and o.refunded_minor = 0 and o.waived_minor = 0
        and not exists (select from platform.events e where e.type = 'stock.short'
          and e.data -> 'holders' @> jsonb_build_array(jsonb_build_object('lineId', l.id)))
        and not exists (select from sales.shortages s where s.order_id = o.id)
        and not exists (select from supply.outbound_lines x where x.source_line_id = l.id and x.short > 0)
        and l.quantity - l.shipped <> coalesce(h.held, 0))
      or (o.status = 'cancelled' and coalesce(h.held, 0) > 0)
    order by o.number`
  return found.map(({ number, sku, due, held }) => `order ${number} is due ${due} of ${sku} and holds ${held}`)
}

/** We never think to have more than the provider took, nor to have given back what it did not. */
async function wrongMoney({ db, world }: House): Promise<string[]> {
  const found = await rows<{ number: string; captured: number; refunded: number }>(db)`
    select p.number, p.captured_minor as captured, coalesce((select sum(r.amount_minor) from sales.refunds r
      where r.payment_id = p.id and r.status = 'succeeded' and not exists (select from sales.payouts x where x.refund_id = r.id)), 0)::int8 as refunded
    from sales.payments p where p.method <> 'cod' order by p.number`
  return found.flatMap(({ number, captured, refunded }) => {
    const book = world.gateway.bookOf(number) ?? { paid: 0, refunded: 0 }
    const isRight = world.odd.has(number) || (captured <= book.paid && refunded <= book.refunded)
    return isRight
      ? []
      : [`payment ${number}: we took ${captured}, gave ${refunded}; the provider ${book.paid}, ${book.refunded}`]
  })
}

/** T7: what its buyer was last told an order comes to before it was paid is what it was charged. */
async function wrongCharge({ db }: House): Promise<string[]> {
  const found = await rows<{ number: string; told: number; charged: number }>(db)`
    select o.number, told.total::int8 as told, coalesce(charged.total, 0) as charged
    from sales.orders o
    join platform.events paid on paid.aggregate_id = o.id and paid.type = 'order.paid'
    cross join lateral (select coalesce(e.data -> 'amount' ->> 'minor', e.data -> 'total' ->> 'minor') as total from platform.events e
      where e.aggregate_id = o.id and e.version < paid.version and e.type in ('order.placed', 'order.price_changed', 'order.items_changed')
      order by e.version desc limit 1) told
    cross join lateral (select sum(s.amount_minor)::int8 as total from sales.payment_shares s join sales.payments p on p.id = s.payment_id
      where s.order_id = o.id and p.status = 'succeeded' and not s.surplus) charged
    where told.total::int8 <> coalesce(charged.total, 0) order by o.number`
  return found.map(({ number, told, charged }) => `the buyer of ${number} was told ${told} and charged ${charged}`)
}
