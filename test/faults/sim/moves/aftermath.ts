import {
  applyForCase,
  approveCase,
  gradeReturn,
  refuseCase,
  sendBack,
  signInReturn,
  withdrawCase,
} from '#care/after-sales'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { CaseId, CaseLine } from '#model/care/after-sales'
import type { OrderLineId } from '#model/sales/orders'
import type { Grade } from '#model/supply/inventory'
import type { ParcelId } from '#model/supply/shipping'
import { actorOf } from '#office/accounts'
import type { AccountId, Context } from '#platform/context'
import { takeStatement } from '#sales/collections'
import { gradeRefused, insideRefused } from '#sales/orders'
import { receivePush } from '#supply/shipping'
import { rows } from '../rows.ts'
import { lin, type Move, type Moves, mei } from './move.ts'
import { anOrderIn, type Shopper } from './shopping.ts'

/** The carrier tells of a parcel: forwards mostly, sometimes again, sometimes what we knew long ago. */
const track: Move = async ({ house, chance }) => {
  const found = await rows<{ carrier: string; waybill: string }>(house.db)`
    select carrier, waybill_number as waybill from supply.parcels where handed_over_at is not null order by id`
  const parcel = chance.pick(found)
  if (!parcel) return
  const state = chance.pick(['in_transit', 'at_pickup_point', 'signed', 'signed', 'signed', 'returned'] as const)!
  const at = house.now.subtract({ minutes: chance.between(0, 90) })
  const told = { carrier: parcel.carrier, waybillNumber: parcel.waybill, at, state, text: state }
  const push = (ctx: Context) => {
    const body = Buffer.from(JSON.stringify([told]))
    return receivePush({ ...ctx, repeat: undefined }, body)
  }
  const by = { ...lin, kind: 'provider', id: null, name: 'carrier' } as const
  const outcome = await house.act({ name: `the carrier says ${state}`, by, work: push })
  if (!('answer' in outcome)) house.world.untaken.push(push)
}

const apply: Move = async (scene) => {
  const { house, chance } = scene
  const state = chance.pick(['delivered', 'received', 'shipped'])!
  const order = await anOrderIn(scene, state)
  if (!order) return
  const lines = await rows<{ id: OrderLineId; quantity: number }>(house.db)`
    select id, quantity from sales.order_lines where order_id = ${order.id} and requires_shipping order by id`
  const line = chance.pick(lines)
  if (!line) return
  const wish = {
    orderId: order.id,
    kind: chance.pick(['return', 'return', 'refund'] as const)!,
    reason: chance.pick(['damaged', 'no_reason'] as const)!,
    description: '缺了一角',
    lines: [{ lineId: line.id, quantity: chance.between(1, line.quantity) }],
  }
  await house.act({
    name: `${order.buyer.name} asks for a ${wish.kind}`,
    by: order.buyer,
    work: (ctx) => applyForCase(ctx, wish),
  })
}

interface FoundCase {
  readonly id: CaseId
  readonly status: string
  readonly kind: string
  readonly buyer: Shopper
}

const withCase =
  (status: string, act: (scene: Parameters<Move>[0], found: FoundCase) => Promise<unknown>): Move =>
  async (scene) => {
    const found = await rows<{ id: CaseId; status: string; kind: string; customer: AccountId }>(scene.house.db)`
      select id, status, kind, customer_id as customer from care.cases where status = ${status} and kind <> 'parcel_inquiry' order by id`
    const one = scene.chance.pick(found)
    if (!one) return
    const buyer = actorOf({ id: one.customer, kind: 'shopper', displayName: 'buyer' }) as Shopper
    await act(scene, { ...one, buyer })
  }

const decide = withCase('applied', ({ house, chance }, { id, buyer }) => {
  const what = chance.pick(['approve', 'approve', 'approve', 'refuse', 'withdraw'])!
  return house.act({
    name: `a case: ${what}`,
    by: what === 'withdraw' ? buyer : lin,
    work: (ctx) =>
      what === 'approve'
        ? approveCase(ctx, id)
        : what === 'refuse'
          ? refuseCase(ctx, { caseId: id, reason: '过期' })
          : withdrawCase(ctx, id),
  })
})

const send = withCase('approved', ({ house }, { id: caseId, buyer: by }) => {
  const waybillNumber = `RT${newId().slice(-12)}`
  const work = (ctx: Parameters<typeof sendBack>[0]) => sendBack(ctx, { caseId, carrier: 'ZTO', waybillNumber })
  return house.act({ name: 'the buyer sends back', by, work })
})

const linesOf = (house: Parameters<Move>[0]['house'], caseId: CaseId) =>
  rows<{ id: CaseLine['id']; variantId: string; quantity: number; received: number }>(house.db)`
    select id, variant_id as "variantId", quantity, received from care.case_lines where case_id = ${caseId} order by id`

const open = withCase('sent_back', async ({ house, model, chance }, { id: caseId }) => {
  const lines = await linesOf(house, caseId)
  const received = lines.map(({ id, quantity }) => ({
    lineId: id,
    quantity: chance.happens(0.8) ? quantity : quantity - 1,
  }))
  await house.act({
    name: 'Mei opens what came back',
    by: mei,
    work: (ctx) => signInReturn(ctx, { caseId, received }),
    effect: () => {
      for (const [index, { variantId }] of lines.entries()) model.brought(variantId, received[index]!.quantity)
    },
  })
})

const grades: readonly Grade[] = ['as_new', 'as_new', 'flawed', 'unusable']

const gradeIt = withCase('arrived', async ({ house, model, chance }, { id: caseId }) => {
  const lines = await linesOf(house, caseId)
  const given = lines.map(({ id }) => ({ lineId: id, grade: chance.pick(grades)! }))
  await house.act({
    name: `Mei grades ${given.map(({ grade }) => grade)}`,
    by: mei,
    work: (ctx) => gradeReturn(ctx, { caseId, grades: given }),
    effect: () => {
      for (const [index, { variantId, received }] of lines.entries())
        if (given[index]!.grade === 'unusable') model.brought(variantId, -received)
    },
  })
})

/** A box that was refused at the door is opened. */
const openRefused: Move = async ({ house, model, chance }) => {
  const found = await rows<{ id: ParcelId }>(house.db)`
    select parcel_id as id from sales.cash_parcels where status = 'returned' and graded_at is null order by parcel_id`
  const box = chance.pick(found)
  if (!box) return
  const inside = await insideRefused(house.ctx(mei), box.id)
  const variants = await rows<{ line: string; variant: string }>(
    house.db,
  )`select id as line, variant_id as variant from sales.order_lines`
  const variantOf = new Map(variants.map(({ line, variant }) => [line, variant]))
  const given = inside.map(({ lineId, quantity }) => ({ lineId, quantity, grade: chance.pick(grades)! }))
  await house.act({
    name: 'Mei opens a refused box',
    by: mei,
    work: (ctx) =>
      gradeRefused(ctx, { parcelId: box.id, grades: given.map(({ lineId, grade }) => ({ lineId, grade })) }),
    effect: () => {
      for (const { lineId, quantity, grade } of given)
        if (grade !== 'unusable') model.brought(variantOf.get(lineId)!, quantity)
    },
  })
}

/** A courier hands in what was paid at the doors, now and then too little. */
const handIn: Move = async ({ house, chance }) => {
  const found = await rows<{ waybill: string; collected: number }>(house.db)`
    select waybill_number as waybill, collected_minor - handed_in_minor - written_off_minor as collected
    from sales.cash_parcels where status = 'collected' and carrier = 'ZTO' and collected_minor > handed_in_minor + written_off_minor order by waybill_number`
  if (found.length === 0) return
  const short = chance.happens(0.2) ? 1 : 0
  const lines = found.map(({ waybill, collected }) => ({
    waybillNumber: waybill,
    collected: money(Math.max(1, collected - short)),
    fee: money(0),
  }))
  const receivedOn = house.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const statement = { carrier: 'ZTO', reference: `DS-${newId().slice(-10)}`, receivedOn, lines }
  await house.act({ name: 'a courier hands in', by: lin, work: (ctx) => takeStatement(ctx, statement) })
}

export const aftermath: Moves = {
  track: [14, track],
  apply: [5, apply],
  decide: [6, decide],
  send: [5, send],
  open: [5, open],
  grade: [5, gradeIt],
  openRefused: [2, openRefused],
  handIn: [2, handIn],
}
