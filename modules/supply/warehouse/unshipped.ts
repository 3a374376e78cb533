import { sql } from 'kysely'
import { type Context, may, type Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { recordPersonalRead } from '#platform/personal-reads'
import { maskPhone, maskRecipient, openRecipient } from '#supply/shipping'
import type { OutboundFilter } from './find-outbounds.ts'
import type { OutboundStatus } from './model.ts'
import { lineOf } from './pack-check.ts'

/** An outbound that has not left yet, as the desk checks it (OUT-01). */
export interface Unshipped {
  readonly number: string
  readonly sourceNumber: string
  readonly warehouse: string
  readonly status: OutboundStatus
  readonly carrier: string
  readonly waybillNumber: string | null
  readonly recipient: string
  readonly phone: string
  readonly address: string
  readonly requests: readonly string[]
  readonly goods: string
  readonly dispatchBy: Temporal.Instant
}

/** One warehouse, or those in which somebody works. */
type Places = Pick<OutboundFilter, 'warehouseId' | 'within'>

/**
 * All outbounds that have not left, most urgent first, at most 5,000, to be downloaded. Whoever may see whole recipients gets names and streets,
 * which is on record; others get them masked as on every page. Phones are masked for everybody.
 */
export async function exportUnshipped(ctx: Context, { warehouseId, within }: Places = {}): Promise<Unshipped[]> {
  const rows = await findUnshipped(ctx, { warehouseId, within })
  const isWhole = may(ctx.actor, 'customers.reveal')
  await transaction(ctx, async (tx) => {
    if (isWhole)
      await recordPersonalRead(tx, { subject: 'shop', subjectIds: [tx.shopId], reason: 'list: not shipped yet' })
    await publish(tx, {
      type: 'outbound.exported',
      aggregate: 'shop',
      id: tx.shopId,
      data: { count: rows.length, warehouseId },
    })
  })
  return rows.map(({ recipient_cipher, ...row }) => {
    const whole = openRecipient(ctx.vault, recipient_cipher)
    const { name, ...place } = isWhole ? whole : maskRecipient(whole)
    return { ...row, recipient: name, phone: maskPhone(whole.phone), address: lineOf(place) }
  })
}

type Row = Omit<Unshipped, 'recipient' | 'phone' | 'address'> & { readonly recipient_cipher: Buffer }

async function findUnshipped(reader: Reader, { warehouseId, within }: Places): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select o.number, o.source_number as "sourceNumber", w.code as warehouse, o.status, o.carrier, p.waybill_number as "waybillNumber",
      o.requests, o.dispatch_by as "dispatchBy", o.recipient_cipher,
      (select string_agg(l.sku || ' × ' || (l.quantity - l.short), '; ' order by l.id) from supply.outbound_lines l
        where l.shop_id = o.shop_id and l.outbound_id = o.id) as goods
    from supply.outbounds o
    join supply.warehouses w on w.id = o.warehouse_id
    left join supply.parcels p on p.shop_id = o.shop_id and p.outbound_id = o.id and p.status <> 'cancelled'
    where o.shop_id = ${reader.shopId} and o.status not in ('handed_over', 'cancelled') ${warehouseId ? sql`and o.warehouse_id = ${warehouseId}` : sql``}
      ${within ? sql`and o.warehouse_id = any(${[...within]}::uuid[])` : sql``}
    order by o.dispatch_by, o.id limit 5000`.execute(reader.db)
  return rows
}
