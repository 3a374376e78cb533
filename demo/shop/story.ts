import {
  applyForCase,
  approveCase,
  gradeReturn,
  loadCase,
  replacementsFor,
  sendBack,
  signInReturn,
} from '#care/after-sales'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { isRefusal } from '#kernel/refusal'
import { type CaseId, comesBack, type WishedKind } from '#model/care/after-sales'
import type { VariantId } from '#model/goods/catalog'
import { type OrderId, type OrderLine, orderCan } from '#model/sales/orders'
import type { OutboundId } from '#model/supply/warehouse'
import type { TrackingState } from '#platform/carriers'
import type { Context } from '#platform/context'
import { tellWaiting } from '#platform/events'
import { addToCart, cartView } from '#sales/carts'
import {
  cancelOrder,
  confirmReceipt,
  findOrder,
  linesOf,
  loadOrder,
  placeOrder,
  quoteCheckout,
  releaseOrder,
  reviewOrder,
} from '#sales/orders'
import { applyTracking } from '#supply/shipping'
import {
  confirmRecipient,
  handOver,
  loadPackCheck,
  loadPickTask,
  outboundsOf,
  scanPack,
  scanPick,
  startPicking,
  weighParcel,
} from '#supply/warehouse'
import { type Dice, dice } from './dice.ts'
import { payFor } from './pay-for.ts'
import type { Person } from './people.ts'
import { at, type Cast, type Stage } from './stage.ts'
import type { Good } from './stock-goods.ts'
import { after, type Moment, timeline } from './timeline.ts'

interface Town {
  readonly stage: Stage
  readonly cast: Cast
  readonly goods: readonly Good[]
  readonly chance: Dice
}

interface Play extends Town {
  readonly people: readonly Person[]
}

/** What becomes of one order: its buyer, and dice of its own, so that no tale hangs on what happens in another. */
export interface Tale extends Town {
  readonly person: Person
}

interface Span {
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

/**
 * Plays a number of orders over some weeks, each step through the real use cases at its moment, in the order of time. Whatever would
 * happen after `until` has not happened yet: that is how orders in every state come about.
 */
export async function playOrders(play: Play, { orders, ...span }: Span & { orders: number }): Promise<void> {
  const { stage, cast } = play
  let bought = 0
  const begin = (tale: Tale, when: Temporal.Instant) => {
    if (++bought % 50 === 0) stage.report('progress.demo.orders', { done: bought, of: orders })
    return buy(tale, when)
  }
  const story = timeline(
    Array.from({ length: orders }, (_, index) => {
      const tale = aTale(play)
      return { who: tale.person, when: dayOf(index, play, span), happen: (when) => begin(tale, when) }
    }),
  )
  const tell = (now: Temporal.Instant) => tellWaiting(at(stage, cast.shopId, cast.staff.owner, now), stage.listeners)
  for (const night of nights(span)) {
    await story.until(night, tell)
    await nightfall(play, night)
    await tell(night)
  }
}

function aTale({ people, ...town }: Play): Tale {
  const { chance } = town
  const person = chance.happens(12) ? people[0]! : chance.pick(people)
  return { ...town, person, chance: dice(chance.whole(0, 2 ** 31 - 1)) }
}

/** The last dozen orders come today, so that every desk has something to do. */
function dayOf(index: number, { chance }: Play, { from, until }: Span): Temporal.Instant {
  if (index < 4) return until.subtract({ minutes: 3 + index * 4 })
  if (index < 14) return until.subtract({ minutes: chance.whole(20, 600) })
  return from.add({ milliseconds: Math.floor(chance.roll() * (until.epochMilliseconds - from.epochMilliseconds)) })
}

function nights({ from, until }: Span): Temporal.Instant[] {
  const days = Math.ceil((until.epochMilliseconds - from.epochMilliseconds) / 86_400_000)
  return Array.from({ length: days }, (_, day) => (day === days - 1 ? until : from.add({ hours: 24 * (day + 1) })))
}

/** Jobs of the clock that look at the world outside, or at the whole house, stay out of the simulated past. */
const presentOnly = new Set(['shipping.askForTracking', 'doctor.watchHouse', 'recommendations.compute'])

async function nightfall(town: Town, when: Temporal.Instant): Promise<void> {
  for (const job of town.stage.clockJobs) if (!presentOnly.has(job.name)) await job.run(staff(town, 'owner', when))
}

const staff = ({ stage, cast }: Town, role: keyof Cast['staff'], when: Temporal.Instant): Context =>
  at(stage, cast.shopId, cast.staff[role], when)
const buyerIn = ({ stage, cast, person }: Tale, when: Temporal.Instant): Context =>
  at(stage, cast.shopId, person.actor, when)

/** Somebody fills a cart and orders; most pay within minutes, some think again, some forget. */
async function buy(tale: Tale, when: Temporal.Instant): Promise<Moment[]> {
  const { chance } = tale
  const buyer = buyerIn(tale, when)
  const isBulk = chance.happens(3) // a company that buys gifts: large enough for the desk to look at it
  const wanted = Array.from({ length: isBulk ? 4 : chance.whole(1, 4) }, () => favourite(tale))
  const pieces = () => (isBulk ? chance.whole(10, 16) : chance.happens(20) ? chance.whole(2, 3) : 1)
  for (const good of wanted)
    await addToCart(buyer, { variantId: good.variantId, quantity: pieces() }).catch(unlessSoldOut)
  const order = await checkOut(tale, buyer)
  if (!order) return []
  if (chance.happens(8)) return [after(when, { minutes: 40 }, nothing)]
  const minutes = chance.whole(1, 12)
  return [after(when, { minutes }, (then) => pay(tale, then, order))]
}

async function checkOut(tale: Tale, buyer: Context): Promise<OrderId | undefined> {
  try {
    const { id: cartId } = await cartView(buyer)
    if (!cartId) return undefined
    const quote = await quoteCheckout(buyer, { cartId, addressId: tale.person.addressId })
    if (quote.problems.some((problem) => problem.code !== 'price_changed')) return undefined
    const memo = tale.chance.happens(8)
      ? tale.chance.pick(['送前请打电话', '放在丰巢柜', '送礼用，麻烦包装仔细些', '工作日送到公司前台'])
      : undefined
    return (await placeOrder(buyer, { cartId, addressId: tale.person.addressId, expectedTotal: quote.total, memo })).id
  } catch (error) {
    unlessSoldOut(error)
    return undefined
  }
}

function favourite({ goods, chance }: Tale): Good {
  const some = [chance.pick(goods), chance.pick(goods), chance.pick(goods)]
  return some.toSorted((a, b) => b.charm - a.charm)[0]!
}

/** A refusal of the business is part of the story; anything else is a bug. */
function unlessSoldOut(error: unknown): void {
  if (!isRefusal(error)) throw error
}

const nothing = async (): Promise<Moment[]> => []

async function pay(tale: Tale, when: Temporal.Instant, orderId: OrderId): Promise<Moment[]> {
  const buyer = buyerIn(tale, when)
  await payFor(tale.stage, buyer, orderId)
  const { chance } = tale
  if (chance.happens(4)) return [after(when, { minutes: 30 }, (then) => changeMind(tale, then, orderId))]
  return [
    after(when, { minutes: chance.whole(20, 120) }, (then) => review(tale, then, orderId)),
    ...workdayFrom(tale, when, orderId),
  ]
}

async function changeMind(tale: Tale, when: Temporal.Instant, orderId: OrderId): Promise<Moment[]> {
  await cancelOrder(buyerIn(tale, when), { orderId, reason: '不想要了' }).catch(unlessSoldOut)
  return []
}

/** The desk looks at what the rules have set aside. */
async function review(tale: Tale, when: Temporal.Instant, orderId: OrderId): Promise<Moment[]> {
  const ctx = staff(tale, 'service', when)
  const order = await loadOrder(ctx, orderId)
  if (orderCan(order, 'review') && tale.chance.happens(60)) await reviewOrder(ctx, { orderId, decision: 'approve' })
  else if (orderCan(order, 'release')) await releaseOrder(ctx, orderId).catch(unlessSoldOut)
  return []
}

/** The warehouse works from nine to six: what is paid by four leaves today, the rest tomorrow. */
export function workdayFrom(tale: Tale, when: Temporal.Instant, orderId: OrderId): Moment[] {
  const local = when.toZonedDateTimeISO('Asia/Shanghai')
  const start =
    local.hour < 9
      ? local.with({ hour: 9, minute: 10 })
      : local.hour < 16
        ? local.add({ minutes: 150 })
        : local.add({ days: 1 }).with({ hour: 9, minute: 10 })
  const picking = start.add({ minutes: tale.chance.whole(0, 90) }).toInstant()
  return [{ when: picking, happen: (then) => pick(tale, then, orderId) }]
}

async function pick(tale: Tale, when: Temporal.Instant, orderId: OrderId): Promise<Moment[]> {
  const ctx = staff(tale, 'warehouse', when)
  const open = (await outboundsOf(ctx, orderId)).filter((outbound) => outbound.status === 'released')
  const moments: Moment[] = []
  for (const { id } of open) {
    await startPicking(ctx, { outboundId: id })
    if (tale.chance.happens(97) || !isToday(when)) await pickAll(ctx, id)
    moments.push(after(when, { minutes: tale.chance.whole(20, 70) }, (then) => pack(tale, then, id, orderId)))
  }
  return moments
}

const isToday = (when: Temporal.Instant): boolean =>
  Temporal.Now.instant().epochMilliseconds - when.epochMilliseconds < 36 * 3_600_000

async function pickAll(ctx: Context, outboundId: OutboundId): Promise<void> {
  const task = await loadPickTask(ctx, outboundId)
  for (const each of task.picks.filter((one) => one.status === 'open')) {
    await scanPick(ctx, { scanId: newId(), outboundId, code: each.bin })
    await scanPick(ctx, { scanId: newId(), outboundId, code: each.barcode ?? each.sku, quantity: each.quantity })
  }
}

async function pack(tale: Tale, when: Temporal.Instant, outboundId: OutboundId, orderId: OrderId): Promise<Moment[]> {
  const ctx = staff(tale, 'warehouse', when)
  const before = await loadPackCheck(ctx, outboundId)
  if (before.status !== 'picked') return []
  for (const line of before.lines.filter((each) => each.picked > 0))
    await scanPack(ctx, { scanId: newId(), outboundId, code: line.barcode ?? line.sku, quantity: line.picked })
  const { waybillNumber, expectedGrams } = await loadPackCheck(ctx, outboundId)
  if (!waybillNumber) return [after(when, { minutes: 10 }, (then) => pack(tale, then, outboundId, orderId))]
  await confirmRecipient(ctx, { scanId: newId(), outboundId, code: waybillNumber })
  if (isToday(when) && tale.chance.happens(15)) return []
  await weighParcel(ctx, {
    scanId: newId(),
    outboundId,
    weightGrams: expectedGrams + tale.chance.whole(0, 20),
    despiteDeviation: true,
  })
  if (isToday(when) && tale.chance.happens(25)) return []
  const evening = when.toZonedDateTimeISO('Asia/Shanghai').with({ hour: 18, minute: 30 }).toInstant()
  const pickUp = Temporal.Instant.compare(evening, when) > 0 ? evening : when.add({ minutes: 30 })
  return [{ when: pickUp, happen: (then) => leave(tale, then, outboundId, orderId) }]
}

async function leave(tale: Tale, when: Temporal.Instant, outboundId: OutboundId, orderId: OrderId): Promise<Moment[]> {
  const ctx = staff(tale, 'warehouse', when)
  const { carrier, waybillNumber } = await loadPackCheck(ctx, outboundId)
  const outbound = (await outboundsOf(ctx, orderId)).find((each) => each.id === outboundId)!
  await handOver(ctx, { scanId: newId(), warehouseId: outbound.warehouseId, carrier, code: waybillNumber! })
  if (tale.chance.happens(2)) return [] // a parcel that falls silent: a case opens after 48 hours
  return journey(tale, when, { orderId, carrier, waybillNumber: waybillNumber! })
}

/** What the carrier tells at a time: what was scanned since the last time. */
const pushes: readonly (readonly (readonly [TrackingState, string])[])[] = [
  [
    ['accepted', '快件已揽收'],
    ['in_transit', '快件离开始发转运中心，发往目的城市'],
  ],
  [
    ['in_transit', '快件到达目的转运中心'],
    ['delivering', '快递员正在派送，请保持电话畅通'],
  ],
  [['signed', '快件已签收，感谢使用']],
]

interface Sent {
  readonly orderId: OrderId
  readonly carrier: string
  readonly waybillNumber: string
}

function journey(tale: Tale, when: Temporal.Instant, sent: Sent): Moment[] {
  let hours = 1
  return pushes.map((push) => {
    const scans = push.map(([state, text]) => {
      const at = when.add({ hours })
      hours += state === 'delivering' ? tale.chance.whole(2, 6) : tale.chance.whole(8, 20)
      return { at, state, text }
    })
    return { when: scans.at(-1)!.at, happen: (then) => travel(tale, then, sent, scans) }
  })
}

async function travel(
  tale: Tale,
  when: Temporal.Instant,
  { orderId, ...parcel }: Sent,
  scans: readonly { readonly at: Temporal.Instant; readonly state: TrackingState; readonly text: string }[],
): Promise<Moment[]> {
  const ctx = staff(tale, 'owner', when)
  await applyTracking(
    ctx,
    scans.map((scan) => ({ ...parcel, ...scan })),
  )
  const isThere = scans.some(({ state }) => state === 'signed')
  if (!isThere || !(await findOrder(ctx, orderId))) return [] // what went out for a case has arrived: that is all
  const { chance } = tale
  if (chance.happens(14)) return [after(when, { hours: chance.whole(4, 60) }, (then) => regret(tale, then, orderId))]
  return chance.happens(60) ? [after(when, { hours: chance.whole(2, 48) }, (then) => receive(tale, then, orderId))] : []
}

async function receive(tale: Tale, when: Temporal.Instant, orderId: OrderId): Promise<Moment[]> {
  const buyer = buyerIn(tale, when)
  if (orderCan(await loadOrder(buyer, orderId), 'confirmReceipt')) await confirmReceipt(buyer, orderId)
  return []
}

/** Something is wrong with it, or it was not what the buyer hoped for. */
async function regret(tale: Tale, when: Temporal.Instant, orderId: OrderId): Promise<Moment[]> {
  const buyer = buyerIn(tale, when)
  const line = (await linesOf(buyer, await loadOrder(buyer, orderId))).find((each) => each.shipped > each.returned)
  if (!line) return []
  const { chance } = tale
  const [reason, description] = chance.pick([
    ['no_reason', '颜色和房间不太搭'],
    ['damaged', '收到时边上磕了一个小口，见照片'],
    ['quality', '用了两次，盖子就合不严了'],
    ['not_as_described', '比页面上看起来小一圈'],
  ] as const)
  const other = reason === 'no_reason' ? await anotherOf(buyer, line) : undefined
  const kind: WishedKind = other
    ? 'exchange'
    : reason === 'quality' && chance.happens(40)
      ? 'compensation'
      : reason !== 'damaged'
        ? 'return'
        : chance.happens(50)
          ? 'refund'
          : 'reshipment'
  const opened = await applyForCase(buyer, {
    orderId,
    kind,
    reason,
    description,
    amount: money(Math.max(100, Math.floor(line.unitPrice.minor / 1_000) * 100), line.unitPrice.currency),
    lines: [{ lineId: line.id, quantity: 1, replacementId: other }],
  })
  return [after(when, { hours: chance.whole(1, 20) }, (then) => answer(tale, then, opened.id))]
}

/** Another colour or size of what was bought, at its price and on the shelf. */
async function anotherOf(buyer: Context, line: OrderLine): Promise<VariantId | undefined> {
  const offered = (await replacementsFor(buyer, [line])).get(line.id) ?? []
  return offered.find(({ item, available }) => item.variantId !== line.variantId && available > 0)?.item.variantId
}

async function answer(tale: Tale, when: Temporal.Instant, caseId: CaseId): Promise<Moment[]> {
  const ctx = staff(tale, 'service', when)
  const approved = await approveCase(ctx, caseId).catch((error) => {
    unlessSoldOut(error)
    return loadCase(ctx, caseId)
  })
  if (approved.status === 'replacing') return workdayFrom(tale, when, sourceIn(caseId))
  if (!comesBack(approved) || approved.status !== 'approved') return []
  return [after(when, { hours: tale.chance.whole(6, 40) }, (then) => mailBack(tale, then, caseId))]
}

async function mailBack(tale: Tale, when: Temporal.Instant, caseId: CaseId): Promise<Moment[]> {
  const waybillNumber = `YT88${String(tale.chance.whole(0, 99_999_999)).padStart(9, '0')}`
  await sendBack(buyerIn(tale, when), { caseId, carrier: 'YTO', waybillNumber })
  return [after(when, { hours: tale.chance.whole(30, 70) }, (then) => unpack(tale, then, caseId))]
}

async function unpack(tale: Tale, when: Temporal.Instant, caseId: CaseId): Promise<Moment[]> {
  const ctx = staff(tale, 'warehouse', when)
  const { lines } = await loadCase(ctx, caseId)
  await signInReturn(ctx, { caseId, received: lines.map((line) => ({ lineId: line.id, quantity: line.quantity })) })
  return [after(when, { hours: tale.chance.whole(1, 12) }, (then) => grade(tale, then, caseId))]
}

async function grade(tale: Tale, when: Temporal.Instant, caseId: CaseId): Promise<Moment[]> {
  const ctx = staff(tale, 'warehouse', when)
  const { lines } = await loadCase(ctx, caseId)
  const graded = await gradeReturn(ctx, {
    caseId,
    grades: lines.map((line) => ({ lineId: line.id, grade: tale.chance.happens(70) ? 'as_new' : 'flawed' })),
  })
  return graded.status === 'replacing' ? workdayFrom(tale, when, sourceIn(caseId)) : []
}

/** What goes out for a case leaves as an order does, under the case's own id. */
const sourceIn = (caseId: CaseId): OrderId => caseId as string as OrderId
