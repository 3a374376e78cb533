import { sql } from 'kysely'
import { expect } from 'vitest'
import { createProduct, saleItemsOf } from '#goods/catalog'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { SaleItem, VariantId } from '#model/goods/catalog'
import type { Bin, BinId, LotId, WarehouseId, Zone } from '#model/supply/inventory'
import type { Recipient } from '#model/supply/shipping'
import type { OutboundId, PickTask } from '#model/supply/warehouse'
import { openShop } from '#office/shops'
import type { Context, ShopId } from '#platform/context'
import { type Database, transaction } from '#platform/database'
import { addBins, openWarehouse, receiveStock, reserveStock } from '#supply/inventory'
import { parcelOfOutbound, saveCarrier } from '#supply/shipping'
import { confirmRecipient, releaseOutbounds, scanPack, scanPick, startPicking, weighParcel } from '#supply/warehouse'
import { aContext, as, type Given, mei } from './context.ts'

/** A context in a shop that is open, with the carrier SF. */
export async function aShop(db: Database, given: Given = {}): Promise<Context> {
  const now = given.now ?? aContext(db).now
  const shopId: ShopId = await db
    .transaction()
    .execute((tx) => openShop(tx, now, { code: `t-${newId().slice(-10)}`, name: '试店', nameEn: 'Test shop' }))
  const ctx = aContext(db, { ...given, shopId })
  const carrier = {
    code: 'SF',
    name: { zh: '顺丰', en: 'SF Express' },
    phone: '95338',
    inquiryUrl: '',
    service: 'standard',
    enabled: true,
    daysMin: 1,
    daysMax: 3,
  }
  await transaction(ctx, (tx) => saveCarrier(tx, carrier))
  return ctx
}

export interface StockPlace {
  readonly warehouseId: WarehouseId
  /** By code: A1, A2 … in the order of the path, and the service bins. */
  readonly bins: readonly Bin[]
  readonly shelf: BinId
}

/** A warehouse in Hangzhou with three shelves A1 to A3. */
export async function aWarehouse(
  ctx: Context,
  given: { code?: string; priority?: number; provinces?: readonly string[] } = {},
): Promise<StockPlace> {
  const warehouseId = await openWarehouse(ctx, {
    code: given.code ?? `W${newId().slice(-6)}`,
    name: '杭州仓',
    nameEn: 'Hangzhou',
    contactName: '梅',
    contactPhone: '13800000009',
    districtCode: '330106',
    street: '仓前街 1 号',
    priority: given.priority,
    provinces: given.provinces,
  })
  const codes = ['A1', 'A2', 'A3']
  const bins = await addBins(ctx, {
    warehouseId,
    bins: codes.map((code, index) => ({ code, zone: 'pick' as Zone, pathOrder: index + 1 })),
  })
  return { warehouseId, bins, shelf: bins[0]!.id }
}

/** A variant for 19.90 that costs 8.00 and weighs 200 g, in a product of its own. */
export async function aVariant(
  ctx: Context,
  given: { sku?: string; barcode?: string; shelfLifeDays?: number } = {},
): Promise<SaleItem> {
  const sku = given.sku ?? `SKU-${newId().slice(-8)}`
  const product = await createProduct(ctx, {
    texts: { zh: { name: `龙井 ${sku}` }, en: { name: `Longjing ${sku}` } },
    shelfLifeDays: given.shelfLifeDays ?? null,
    variants: [
      { sku, barcode: given.barcode ?? null, weightGrams: 200, price: { list: money(1990), cost: money(800) } },
    ],
  })
  const { id } = product.variants[0]!
  return (await saleItemsOf(ctx, [id])).get(id)!
}

/** Puts goods on a shelf; answers the lot. */
export function received(
  ctx: Context,
  place: StockPlace,
  {
    variantId,
    quantity,
    bin = place.shelf,
    lot = 'L1',
    producedOn,
    expiresOn,
  }: {
    variantId: VariantId
    quantity: number
    bin?: BinId
    lot?: string
    producedOn?: string
    expiresOn?: string
  },
): Promise<LotId> {
  const day = (text: string | undefined) => (text ? Temporal.PlainDate.from(text) : null)
  return transaction(ctx, (tx) =>
    receiveStock(tx, {
      warehouseId: place.warehouseId,
      binId: bin,
      variantId,
      quantity,
      cause: 'test',
      causeId: newId(),
      lot: { number: lot, producedOn: day(producedOn), expiresOn: day(expiresOn) },
    }),
  )
}

/** A variant with so many on the first shelf of a warehouse. */
export async function aStockedVariant(
  ctx: Context,
  place: StockPlace,
  onHand: number,
  given: { sku?: string; barcode?: string } = {},
): Promise<SaleItem> {
  const item = await aVariant(ctx, given)
  if (onHand > 0) await received(ctx, place, { variantId: item.variantId, quantity: onHand })
  return item
}

/** Sets stock aside for a new holder, half an hour, in Zhejiang. */
export async function aReservation(
  ctx: Context,
  lines: readonly { variantId: VariantId; quantity: number }[],
  {
    holder = newId() as string,
    expiresAt = ctx.now.add({ minutes: 30 }) as Temporal.Instant | null,
    province = '33',
  } = {},
): Promise<{ holder: string; lines: { lineId: string; variantId: VariantId; quantity: number }[] }> {
  const wanted = lines.map((line) => ({ ...line, lineId: newId() as string }))
  await transaction(ctx, (tx) => reserveStock(tx, { holder, lines: wanted, province, expiresAt }))
  return { holder, lines: wanted }
}

/** What the levels say of a variant, all warehouses together. */
export async function stockOf(
  ctx: Context,
  variantId: VariantId,
): Promise<{ onHand: number; reserved: number; available: number }> {
  const { rows } = await sql<{ onHand: number; reserved: number; available: number }>`
    select coalesce(sum(on_hand), 0)::int as "onHand", coalesce(sum(reserved), 0)::int as reserved, coalesce(sum(on_hand - reserved), 0)::int as available
    from supply.stock_levels where shop_id = ${ctx.shopId} and variant_id = ${variantId}`.execute(ctx.db)
  return rows[0]!
}

/** Mei's shop with one warehouse and a mug on its first shelf. */
export async function aHouse(
  db: Database,
  { onHand = 10 } = {},
): Promise<{ ctx: Context; place: StockPlace; mug: SaleItem }> {
  const ctx = await aShop(db, { actor: mei })
  const place = await aWarehouse(ctx)
  return { ctx, place, mug: await aStockedVariant(ctx, place, onHand, { barcode: `M${newId().slice(-10)}` }) }
}

/** A scan with a fresh id. */
export const scan = (outboundId: OutboundId, code: string) => ({ scanId: newId() as string, outboundId, code })

/** The types of what happened to one thing, in order. */
export const eventsOf = async (db: Database, aggregateId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('platform.events')
      .select('type')
      .where('aggregate_id', '=', aggregateId)
      .orderBy('version')
      .execute()
  ).map(({ type }) => type)

export const ann: Recipient = { name: '安小姐', phone: '13800138000', districtCode: '330106', street: '文三路 90 号' }

export interface ReleasedGoods {
  readonly sourceId: string
  readonly sourceNumber: string
  readonly outboundIds: readonly OutboundId[]
  readonly lines: readonly { readonly lineId: string; readonly variantId: VariantId; readonly quantity: number }[]
}

/** Goods reserved, paid and released to the warehouse. */
export async function aReleasedOutbound(
  ctx: Context,
  items: readonly { item: SaleItem; quantity: number }[],
  given: { dispatchBy?: Temporal.Instant; requests?: readonly string[] } = {},
): Promise<ReleasedGoods> {
  const { holder, lines } = await aReservation(
    ctx,
    items.map(({ item, quantity }) => ({ variantId: item.variantId, quantity })),
    { expiresAt: null },
  )
  const sourceNumber = `SO-${holder.slice(-8)}`
  const outboundIds = await transaction(ctx, (tx) =>
    releaseOutbounds(tx, {
      sourceId: holder,
      sourceNumber,
      carrier: 'SF',
      recipient: ann,
      requests: given.requests ?? [],
      dispatchBy: given.dispatchBy ?? ctx.now.add({ hours: 48 }),
      lines: lines.map((line, index) => ({ ...line, ...releasedLine(items[index]!.item), sourceLineId: line.lineId })),
    }),
  )
  return { sourceId: holder, sourceNumber, outboundIds, lines }
}

export const releasedLine = ({ sku, name, specification, barcode, weightGrams }: SaleItem) => ({
  sku,
  name: name.zh,
  specification: specification.zh,
  barcode,
  weightGrams,
})

/** Mei picks everything of an outbound by scan. */
export async function pickAll(ctx: Context, outboundId: OutboundId): Promise<PickTask> {
  let task = await startPicking(as(ctx, mei), { outboundId })
  while (task.current) {
    const pick = task.picks.find(({ id }) => id === task.current)!
    if (!task.atBin) await mustAccept(scanPick(as(ctx, mei), { scanId: newId(), outboundId, code: pick.bin }))
    const answer = await mustAccept(
      scanPick(as(ctx, mei), { scanId: newId(), outboundId, code: pick.sku, quantity: pick.quantity - pick.picked }),
    )
    task = answer.view
  }
  return task
}

/** Gives the parcel of an outbound its waybill number, as the carrier's answer would. */
export async function labelled(ctx: Context, outboundId: OutboundId): Promise<string> {
  const parcel = (await parcelOfOutbound(ctx, outboundId))!
  const waybillNumber = `SF${parcel.number.slice(2)}`
  await ctx.db
    .updateTable('supply.parcels')
    .set({ status: 'labelled', waybill_number: waybillNumber, sorting_code: '571-A' })
    .where('shop_id', '=', ctx.shopId)
    .where('id', '=', parcel.id)
    .execute()
  return waybillNumber
}

/** Picks, checks, packs and weighs an outbound; answers the waybill number to hand it over with. */
export async function weighed(ctx: Context, outboundId: OutboundId): Promise<string> {
  const task = await pickAll(ctx, outboundId)
  const waybillNumber = await labelled(ctx, outboundId)
  for (const { sku, picked } of task.picks)
    if (picked > 0)
      await mustAccept(scanPack(as(ctx, mei), { scanId: newId(), outboundId, code: sku, quantity: picked }))
  const { view } = await mustAccept(
    confirmRecipient(as(ctx, mei), { scanId: newId(), outboundId, code: waybillNumber }),
  )
  await mustAccept(weighParcel(as(ctx, mei), { scanId: newId(), outboundId, weightGrams: view.expectedGrams }))
  return waybillNumber
}

export async function mustAccept<Answer extends { readonly accepted: boolean }>(
  answer: Promise<Answer>,
): Promise<Answer> {
  const given = await answer
  expect(given).toMatchObject({ accepted: true })
  return given
}

/**
 * Rules about stock that are broken in this shop, by name: I01 levels and movements, I03 nothing negative, I04 reserved and
 * reservations, I06 bins and movements, lots and levels. An empty list is a shop whose numbers explain themselves.
 */
export async function brokenStockRules(ctx: Context): Promise<string[]> {
  const { rows } = await sql<{ rule: string }>`
    select 'I01' as rule from supply.stock_levels l where l.shop_id = ${ctx.shopId} and l.on_hand <> (
      select coalesce(sum(m.quantity), 0) from supply.stock_movements m
      where m.shop_id = l.shop_id and m.variant_id = l.variant_id and m.warehouse_id = l.warehouse_id and m.sellable)
    union all select 'I02' from supply.stock_movements m where m.shop_id = ${ctx.shopId} and not exists (
      select from supply.stock_levels l where l.shop_id = m.shop_id and l.variant_id = m.variant_id and l.warehouse_id = m.warehouse_id)
    union all select 'I03' from supply.stock_levels where shop_id = ${ctx.shopId} and (on_hand < 0 or reserved < 0 or reserved > on_hand)
    union all select 'I03 bins' from supply.bin_stock where shop_id = ${ctx.shopId} and (quantity < 0 or allocated < 0 or allocated > quantity)
    union all select 'I04' from supply.stock_levels l where l.shop_id = ${ctx.shopId} and l.reserved <> (
      select coalesce(sum(r.quantity), 0) from supply.reservations r
      where r.shop_id = l.shop_id and r.variant_id = l.variant_id and r.warehouse_id = l.warehouse_id and r.status = 'held')
    union all select 'I06' from supply.bin_stock s where s.shop_id = ${ctx.shopId} and s.quantity <> (
      select coalesce(sum(m.quantity), 0) from supply.stock_movements m
      where m.shop_id = s.shop_id and m.bin_id = s.bin_id and m.lot_id = s.lot_id and m.variant_id = s.variant_id)
    union all select 'I06 zones' from supply.stock_levels l where l.shop_id = ${ctx.shopId} and l.on_hand <> (
      select coalesce(sum(s.quantity), 0) from supply.bin_stock s join supply.bins b on b.id = s.bin_id and b.zone in ('pick', 'reserve', 'packing')
      where s.shop_id = l.shop_id and s.variant_id = l.variant_id and b.warehouse_id = l.warehouse_id)`.execute(ctx.db)
  return [...new Set(rows.map(({ rule }) => rule))].sort()
}
