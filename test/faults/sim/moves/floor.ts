import { newId } from '#kernel/id'
import type { WarehouseId } from '#model/supply/inventory'
import type { OutboundId, Pick } from '#model/supply/warehouse'
import type { Actor } from '#platform/context'
import {
  confirmRecipient,
  handOver,
  loadOutbound,
  loadPickTask,
  putBack,
  reportShort,
  scanPack,
  scanPick,
  startPicking,
  weighParcel,
} from '#supply/warehouse'
import { rows } from '../rows.ts'
import { bao, type Move, type Moves, mei, type Scene } from './move.ts'

interface Found {
  readonly id: OutboundId
  readonly warehouse: WarehouseId
  readonly carrier: string
  readonly picker: string | null
  readonly waybill: string | null
}

async function anOutbound({ house, chance }: Scene, ...statuses: string[]): Promise<Found | undefined> {
  const found = await rows<Found>(house.db)`
    select o.id, o.warehouse_id as warehouse, o.carrier, o.picker, p.waybill_number as waybill
    from supply.outbounds o left join supply.parcels p on p.outbound_id = o.id and p.status <> 'cancelled'
    where o.status = any(${statuses}::text[]) order by o.id`
  return chance.pick(found)
}

const whoPicks = ({ picker }: Found, { chance }: Scene): Actor =>
  picker === 'Mei' ? mei : picker === 'Bao' ? bao : chance.pick([mei, bao])!

const start: Move = async (scene) => {
  const found = await anOutbound(scene, 'released')
  if (!found) return
  const by = whoPicks(found, scene)
  await scene.house.act({ name: `${by.name} starts`, by, work: (ctx) => startPicking(ctx, { outboundId: found.id }) })
}

/** Goes to the bin and picks: all of a pick, part of it, or something that is not there. */
const pick: Move = async (scene) => {
  const { house, chance } = scene
  const found = await anOutbound(scene, 'picking')
  if (!found) return
  const [by, outboundId] = [whoPicks(found, scene), found.id]
  const task = await loadPickTask(house.ctx(by), outboundId)
  const open = task.picks.filter(({ status }) => status === 'open')
  for (const each of chance.happens(0.7) ? open : open.slice(0, 1)) {
    const scan = (code: string, quantity?: number) =>
      house.act({
        name: `${by.name} scans`,
        by,
        work: (ctx) => scanPick(ctx, { scanId: newId(), outboundId, code, quantity }),
      })
    await scan(each.bin)
    if (chance.happens(0.12)) await tellShort(scene, by, outboundId, each)
    else await scan(each.sku, chance.happens(0.8) ? each.quantity - each.picked : 1)
  }
}

async function tellShort(
  { house, model, chance }: Scene,
  by: Actor,
  outboundId: OutboundId,
  pick: Pick,
): Promise<void> {
  const reason = chance.pick(['missing', 'damaged'] as const)!
  const quantity = chance.between(1, pick.quantity - pick.picked)
  await house.act({
    name: `${by.name} says ${quantity} are ${reason}`,
    by,
    work: (ctx) => reportShort(ctx, { scanId: newId(), outboundId, pickId: pick.id, quantity, reason }),
    effect: ({ accepted }) => {
      if (accepted && reason === 'missing') model.brought(pick.variantId, -quantity)
    },
  })
}

const pack: Move = async (scene) => {
  const { house, chance } = scene
  const found = await anOutbound(scene, 'picked', 'packed')
  if (!found) return
  const by = chance.pick([mei, bao])!
  const { lines } = await loadOutbound(house.ctx(by), found.id)
  const outboundId = found.id
  for (const { sku, picked, packed } of lines) {
    if (picked === packed) continue
    await house.act({
      name: `${by.name} packs`,
      by,
      work: (ctx) => scanPack(ctx, { scanId: newId(), outboundId, code: sku, quantity: picked - packed }),
    })
  }
  const code = found.waybill ?? 'none yet'
  await house.act({
    name: `${by.name} labels`,
    by,
    work: (ctx) => confirmRecipient(ctx, { scanId: newId(), outboundId, code }),
  })
  const weight = { weightGrams: 800, despiteDeviation: true }
  await house.act({
    name: `${by.name} weighs`,
    by,
    work: (ctx) => weighParcel(ctx, { scanId: newId(), outboundId, ...weight }),
  })
}

const hand: Move = async (scene) => {
  const { house, model } = scene
  const found = await anOutbound(scene, 'weighed')
  if (!found?.waybill) return
  const { lines } = await loadOutbound(house.ctx(mei), found.id)
  const scan = { warehouseId: found.warehouse, carrier: found.carrier, code: found.waybill }
  await house.act({
    name: 'the courier takes a parcel',
    by: mei,
    work: (ctx) => handOver(ctx, { scanId: newId(), ...scan }),
    effect: ({ accepted }) => {
      if (accepted) for (const line of lines) model.left(line.sourceLineId, line.variantId, line.picked)
    },
  })
}

/** Goods of a withdrawn outbound, or of one that was made anew, go back to their shelf. */
const shelve: Move = async ({ house, chance }) => {
  const found = chance.pick(
    await rows<{ id: Found['id'] }>(house.db)`
      select o.id from supply.outbounds o
      where o.status = 'cancelled' or exists (select from supply.left_goods g where g.outbound_id = o.id) order by o.id`,
  )
  if (found) await house.act({ name: 'Mei puts back', by: mei, work: (ctx) => putBack(ctx, { outboundId: found.id }) })
}

export const floor: Moves = {
  start: [12, start],
  pick: [16, pick],
  pack: [14, pack],
  hand: [12, hand],
  shelve: [2, shelve],
}
