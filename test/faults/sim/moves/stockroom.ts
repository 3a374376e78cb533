import { changePrice } from '#goods/prices'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { VariantId } from '#model/goods/catalog'
import type { OrderId, OrderLineId, ProductionId } from '#model/sales/orders'
import type { BinId, LotId, WarehouseId } from '#model/supply/inventory'
import type { TransferId } from '#model/supply/transfers'
import { askTransfer, finishProduction, startProduction } from '#sales/orders'
import { adjustStock, blockLot, moveStock, receiveGoods, unblockLot } from '#supply/inventory'
import {
  acceptTransfer,
  closeTransfer,
  receiveTransfer,
  refuseTransfer,
  sendTransfer,
  withdrawTransfer,
} from '#supply/transfers'
import { rows } from '../rows.ts'
import { lin, type Move, type Moves, mei, type Scene } from './move.ts'

interface Slot {
  readonly binId: BinId
  readonly warehouseId: WarehouseId
  readonly lotId: LotId
  readonly variantId: VariantId
  readonly quantity: number
  readonly lotStatus: string
}

async function aSlot({ house, chance }: Scene): Promise<Slot | undefined> {
  const found = await rows<Slot>(house.db)`
    select s.bin_id as "binId", b.warehouse_id as "warehouseId", s.lot_id as "lotId", s.variant_id as "variantId", s.quantity, t.status as "lotStatus"
    from supply.bin_stock s join supply.bins b on b.id = s.bin_id join supply.lots t on t.id = s.lot_id
    where b.zone in ('pick', 'quarantine') order by s.bin_id, s.lot_id, s.variant_id`
  return chance.pick(found)
}

const deliver: Move = async (scene) => {
  const { house, model, chance } = scene
  const slot = await aSlot(scene)
  if (!slot) return
  const { warehouseId, binId, variantId } = slot
  const quantity = chance.between(1, 12)
  const lot = { number: chance.pick(['L1', 'L2', 'L3'])! }
  await house.act({
    name: `${quantity} come in`,
    by: mei,
    work: (ctx) => receiveGoods(ctx, { warehouseId, lines: [{ binId, variantId, quantity, lot }], reason: 'DN' }),
    effect: () => model.brought(variantId, quantity),
  })
}

/** Somebody counts a shelf and finds more or fewer. */
const count: Move = async (scene) => {
  const { house, model, chance } = scene
  const slot = await aSlot(scene)
  if (!slot) return
  const { binId, lotId, variantId, quantity } = slot
  const change = chance.pick([-1, -1, -2, 1, 2, -quantity])!
  if (change === 0) return
  const correction = { binId, lotId, variantId, change, reason: '盘点', causeId: newId() }
  await house.act({
    name: `a count finds ${change}`,
    by: mei,
    work: (ctx) => adjustStock(ctx, correction),
    effect: () => model.brought(variantId, change),
  })
}

const move: Move = async (scene) => {
  const { house, chance } = scene
  const slot = await aSlot(scene)
  if (!slot || slot.quantity === 0) return
  const bins = await rows<{ id: BinId }>(house.db)`
    select id from supply.bins where warehouse_id = ${slot.warehouseId} and zone in ('pick', 'quarantine') order by id`
  const { binId: fromBinId, lotId, variantId } = slot
  const [toBinId, quantity, causeId] = [chance.pick(bins)!.id, chance.between(1, slot.quantity), newId()]
  const wish = { fromBinId, toBinId, lotId, variantId, quantity, causeId }
  await house.act({ name: `${quantity} move`, by: mei, work: (ctx) => moveStock(ctx, wish) })
}

const block: Move = async (scene) => {
  const slot = await aSlot(scene)
  if (!slot) return
  const { lotId, lotStatus } = slot
  const wish = { lotId, reason: '质检' }
  const work = lotStatus === 'blocked' ? unblockLot : blockLot
  await scene.house.act({ name: `a lot that is ${lotStatus} changes`, by: lin, work: (ctx) => work(ctx, wish) })
}

const reprice: Move = async ({ house, chance }) => {
  const goods = await rows<{ id: VariantId; list: number }>(house.db)`
    select variant_id as id, list_minor as list from goods.prices order by variant_id`
  const { id: variantId, list } = chance.pick(goods)!
  const price = money(Math.max(100, list + chance.between(-300, 300)))
  await house.act({
    name: `a price becomes ${price.minor}`,
    by: lin,
    work: (ctx) => changePrice(ctx, { variantId, list: price, was: null, cost: money(1_000) }),
  })
}

/** Goods of an order that waits are asked from the other warehouse. */
const ask: Move = async ({ house, chance }) => {
  const found = await rows<{ id: OrderId; line: OrderLineId; quantity: number }>(house.db)`
    select o.id, l.id as line, l.quantity from sales.orders o join sales.order_lines l on l.order_id = o.id
    where o.status = 'open' and o.fulfilment_status in ('pending', 'short') order by l.id`
  const wanted = chance.pick(found)
  const warehouses = await rows<{ id: WarehouseId }>(house.db)`select id from supply.warehouses order by id`
  if (!wanted) return
  const [from, to] = chance.happens(0.5) ? warehouses : warehouses.toReversed()
  const wish = {
    orderId: wanted.id,
    fromWarehouseId: from!.id,
    toWarehouseId: to!.id,
    neededBy: house.now.add({ hours: 24 }),
    reason: '一起发',
    lines: [{ lineId: wanted.line, quantity: wanted.quantity }],
  }
  await house.act({ name: 'a transfer is asked for', by: lin, work: (ctx) => askTransfer(ctx, wish) })
}

const carry: Move = async ({ house, model, chance }) => {
  const found = await rows<{ id: TransferId; status: string }>(house.db)`
    select id, status from supply.transfers where status in ('requested', 'accepted', 'sent', 'received') order by id`
  const transfer = chance.pick(found)
  if (!transfer) return
  const { id, status } = transfer
  const lines = await rows<{ lineId: string; variantId: VariantId; sent: number }>(house.db)`
    select line_id as "lineId", variant_id as "variantId", sent from supply.transfer_lines where transfer_id = ${id} order by line_id`
  const counted = lines.map(({ lineId, sent }) => ({ lineId, received: sent - (chance.happens(0.2) ? 1 : 0) }))
  const lost = new Map(lines.map(({ variantId, sent }, index) => [variantId, sent - counted[index]!.received]))
  const no = chance.happens(0.2)
  await house.act({
    name: `a transfer that is ${status} goes on`,
    by: mei,
    work: (ctx) =>
      status === 'requested'
        ? no
          ? refuseTransfer(ctx, id, '没有')
          : acceptTransfer(ctx, id)
        : status === 'accepted'
          ? no
            ? withdrawTransfer(ctx, id, '不用了')
            : sendTransfer(ctx, id)
          : status === 'sent'
            ? receiveTransfer(ctx, id, counted)
            : closeTransfer(ctx, id),
    effect: () => {
      if (status === 'sent') for (const [variantId, pieces] of lost) model.brought(variantId, -pieces)
    },
  })
}

const make: Move = async ({ house, chance }) => {
  const found = await rows<{ id: ProductionId; status: string }>(house.db)`
    select id, status from sales.productions where status in ('waiting', 'making') order by id`
  const work = chance.pick(found)
  if (!work) return
  const step = work.status === 'waiting' ? startProduction : finishProduction
  const name = `work that is ${work.status} goes on`
  await house.act({ name, by: mei, work: (ctx) => step(ctx, { productionId: work.id }) })
}

export const stockroom: Moves = {
  deliver: [4, deliver],
  count: [3, count],
  move: [2, move],
  block: [1, block],
  reprice: [2, reprice],
  ask: [3, ask],
  carry: [5, carry],
  make: [5, make],
}
