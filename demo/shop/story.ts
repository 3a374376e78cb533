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
  checkPayment,
  confirmReceipt,
  findOrder,
  linesOf,
  loadOrder,
  placeOrder,
  quoteCheckout,
  releaseOrder,
  reviewOrder,
  startPayment,
} from '#sales/orders'
import { openAttemptOf } from '#sales/payments'
import { applyTracking, parcelsOf } from '#supply/shipping'
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
import type { Dice } from './dice.ts'
import type { Person } from './people.ts'
import { at, type Cast, type Stage } from './stage.ts'
import type { Good } from './stock-goods.ts'

/** Something that happens at a moment; it may bring further moments. */
interface Moment {
  readonly when: Temporal.Instant
  readonly happen: (play: Play, when: Temporal.Instant) => Promise<readonly Moment[]>
}

interface Play {
  readonly stage: Stage
  readonly cast: Cast
  readonly people: readonly Person[]
  readonly goods: readonly Good[]
  readonly chance: Dice
}

/** Jobs of the clock that look at the world outside, or at the whole house, stay out of the simulated past. */
const presentOnly = new Set(['shipping.askForTracking', 'doctor.watchHouse', 'recommendations.compute'])

/**
 * Plays a number of orders over some weeks, each step through the real use cases at its moment, in the order of time. Whatever would
 * happen after `until` has not happened yet: that is how orders in every state come about.
 */
export async function playOrders(
  play: Play,
  { orders, from, until }: { orders: number; from: Temporal.Instant; until: Temporal.Instant },
): Promise<void> {
  const span = until.epochMilliseconds - from.epochMilliseconds
  const moments: Moment[] = Array.from({ length: orders }, (_, index) => ({
    // The last dozen orders come today, so that every desk has something to do.
    when:
      index < 14
        ? until.subtract({ minutes: index < 4 ? 3 + index * 4 : play.chance.whole(20, 600) })
        : from.add({ milliseconds: Math.floor(play.chance.roll() * span) }),
    happen: buy,
  }))
  for (let day = from.add({ hours: 24 }); Temporal.Instant.compare(day, until) < 0; day = day.add({ hours: 24 }))
    moments.push({ when: day, happen: nightfall })
  moments.push({ when: until, happen: nightfall })
  let done = 0
  while (moments.length > 0) {
    moments.sort((a, b) => Temporal.Instant.compare(b.when, a.when))
    const { when, happen } = moments.pop()!
    const next = await happen(play, when)
    await tellWaiting(at(play.stage, play.cast.shopId, play.cast.staff.owner, when), play.stage.listeners)
    moments.push(...next.filter((moment) => Temporal.Instant.compare(moment.when, until) <= 0))
    if (happen === buy && ++done % 50 === 0) play.stage.report('progress.demo.orders', { done, of: orders })
  }
}

const after = (
  when: Temporal.Instant,
  duration: { hours?: number; minutes?: number },
  happen: Moment['happen'],
): Moment => ({ when: when.add(duration), happen })
const staff = (play: Play, role: keyof Cast['staff'], when: Temporal.Instant): Context =>
  at(play.stage, play.cast.shopId, play.cast.staff[role], when)

async function nightfall(play: Play, when: Temporal.Instant): Promise<Moment[]> {
  for (const job of play.stage.clockJobs) if (!presentOnly.has(job.name)) await job.run(staff(play, 'owner', when))
  return []
}

/** Somebody fills a cart and orders; most pay within minutes, some think again, some forget. */
async function buy(play: Play, when: Temporal.Instant): Promise<Moment[]> {
  const { chance, people } = play
  const person = chance.happens(12) ? people[0]! : chance.pick(people)
  const buyer = { ...at(play.stage, play.cast.shopId, person.actor, when), locale: 'zh' as const }
  const isBulk = chance.happens(3) // a company that buys gifts: large enough for the desk to look at it
  const wanted = Array.from({ length: isBulk ? 4 : chance.whole(1, 4) }, () => favourite(play))
  const pieces = () => (isBulk ? chance.whole(10, 16) : chance.happens(20) ? chance.whole(2, 3) : 1)
  for (const good of wanted)
    await addToCart(buyer, { variantId: good.variantId, quantity: pieces() }).catch(unlessSoldOut)
  const order = await checkOut(play, buyer, person)
  if (!order) return []
  if (chance.happens(8)) return [after(when, { minutes: 40 }, nothing)]
  const minutes = chance.whole(1, 12)
  return [after(when, { minutes }, (_, then) => pay(play, then, order, person))]
}

async function checkOut(play: Play, buyer: Context, person: Person): Promise<OrderId | undefined> {
  try {
    const { id: cartId } = await cartView(buyer)
    if (!cartId) return undefined
    const quote = await quoteCheckout(buyer, { cartId, addressId: person.addressId })
    if (quote.problems.some((problem) => problem.code !== 'price_changed')) return undefined
    const memo = play.chance.happens(8)
      ? play.chance.pick(['送前请打电话', '放在丰巢柜', '送礼用，麻烦包装仔细些', '工作日送到公司前台'])
      : undefined
    return (await placeOrder(buyer, { cartId, addressId: person.addressId, expectedTotal: quote.total, memo })).id
  } catch (error) {
    unlessSoldOut(error)
    return undefined
  }
}

function favourite({ goods, chance }: Play): Good {
  const some = [chance.pick(goods), chance.pick(goods), chance.pick(goods)]
  return some.toSorted((a, b) => b.charm - a.charm)[0]!
}

/** A refusal of the business is part of the story; anything else is a bug. */
function unlessSoldOut(error: unknown): void {
  if (!isRefusal(error)) throw error
}

const nothing = async (): Promise<Moment[]> => []

async function pay(play: Play, when: Temporal.Instant, orderId: OrderId, person: Person): Promise<Moment[]> {
  const buyer = at(play.stage, play.cast.shopId, person.actor, when)
  await startPayment(buyer, { orderId })
  const attempt = await openAttemptOf(buyer, orderId)
  await play.stage.payAtCashier(attempt!.number)
  await checkPayment(buyer, orderId)
  const { chance } = play
  if (chance.happens(4)) return [after(when, { minutes: 30 }, (_, then) => changeMind(play, then, orderId, person))]
  return [
    after(when, { minutes: chance.whole(20, 120) }, (_, then) => review(play, then, orderId)),
    ...workdayFrom(play, when, orderId, person),
  ]
}

async function changeMind(play: Play, when: Temporal.Instant, orderId: OrderId, person: Person): Promise<Moment[]> {
  await cancelOrder(at(play.stage, play.cast.shopId, person.actor, when), { orderId, reason: '不想要了' }).catch(
    unlessSoldOut,
  )
  return []
}

/** The desk looks at what the rules have set aside. */
async function review(play: Play, when: Temporal.Instant, orderId: OrderId): Promise<Moment[]> {
  const ctx = staff(play, 'service', when)
  const order = await loadOrder(ctx, orderId)
  if (orderCan(order, 'review') && play.chance.happens(60)) await reviewOrder(ctx, { orderId, decision: 'approve' })
  else if (orderCan(order, 'release')) await releaseOrder(ctx, orderId).catch(unlessSoldOut)
  return []
}

/** The warehouse works from nine to six: what is paid by four leaves today, the rest tomorrow. */
function workdayFrom(play: Play, when: Temporal.Instant, orderId: OrderId, person: Person): Moment[] {
  const local = when.toZonedDateTimeISO('Asia/Shanghai')
  const start =
    local.hour < 9
      ? local.with({ hour: 9, minute: 10 })
      : local.hour < 16
        ? local.add({ minutes: 150 })
        : local.add({ days: 1 }).with({ hour: 9, minute: 10 })
  const picking = start.add({ minutes: play.chance.whole(0, 90) }).toInstant()
  return [{ when: picking, happen: (_, then) => pick(play, then, orderId, person) }]
}

async function pick(play: Play, when: Temporal.Instant, orderId: OrderId, person: Person): Promise<Moment[]> {
  const ctx = staff(play, 'warehouse', when)
  const open = (await outboundsOf(ctx, orderId)).filter((outbound) => outbound.status === 'released')
  const moments: Moment[] = []
  for (const { id } of open) {
    await startPicking(ctx, { outboundId: id })
    if (play.chance.happens(97) || !isToday(play, when)) await pickAll(ctx, id)
    moments.push(
      after(when, { minutes: play.chance.whole(20, 70) }, (_, then) => pack(play, then, id, orderId, person)),
    )
  }
  return moments
}

const isToday = (_play: Play, when: Temporal.Instant): boolean =>
  Temporal.Now.instant().epochMilliseconds - when.epochMilliseconds < 36 * 3_600_000

async function pickAll(ctx: Context, outboundId: OutboundId): Promise<void> {
  const task = await loadPickTask(ctx, outboundId)
  for (const each of task.picks.filter((one) => one.status === 'open')) {
    await scanPick(ctx, { scanId: newId(), outboundId, code: each.bin })
    await scanPick(ctx, { scanId: newId(), outboundId, code: each.barcode ?? each.sku, quantity: each.quantity })
  }
}

async function pack(
  play: Play,
  when: Temporal.Instant,
  outboundId: OutboundId,
  orderId: OrderId,
  person: Person,
): Promise<Moment[]> {
  const ctx = staff(play, 'warehouse', when)
  const before = await loadPackCheck(ctx, outboundId)
  if (before.status !== 'picked') return []
  for (const line of before.lines.filter((each) => each.picked > 0))
    await scanPack(ctx, { scanId: newId(), outboundId, code: line.barcode ?? line.sku, quantity: line.picked })
  const { waybillNumber, expectedGrams } = await loadPackCheck(ctx, outboundId)
  if (!waybillNumber) return [after(when, { minutes: 10 }, (_, then) => pack(play, then, outboundId, orderId, person))]
  await confirmRecipient(ctx, { scanId: newId(), outboundId, code: waybillNumber })
  if (isToday(play, when) && play.chance.happens(15)) return []
  await weighParcel(ctx, {
    scanId: newId(),
    outboundId,
    weightGrams: expectedGrams + play.chance.whole(0, 20),
    despiteDeviation: true,
  })
  if (isToday(play, when) && play.chance.happens(25)) return []
  const evening = when.toZonedDateTimeISO('Asia/Shanghai').with({ hour: 18, minute: 30 }).toInstant()
  const pickUp = Temporal.Instant.compare(evening, when) > 0 ? evening : when.add({ minutes: 30 })
  return [{ when: pickUp, happen: (_, then) => leave(play, then, outboundId, orderId, person) }]
}

async function leave(
  play: Play,
  when: Temporal.Instant,
  outboundId: OutboundId,
  orderId: OrderId,
  person: Person,
): Promise<Moment[]> {
  const ctx = staff(play, 'warehouse', when)
  const { carrier, waybillNumber } = await loadPackCheck(ctx, outboundId)
  const outbound = (await outboundsOf(ctx, orderId)).find((each) => each.id === outboundId)!
  await handOver(ctx, { scanId: newId(), warehouseId: outbound.warehouseId, carrier, code: waybillNumber! })
  if (play.chance.happens(2)) return [] // a parcel that falls silent: a case opens after 48 hours
  return journey(play, when, orderId, person, outboundId)
}

const words: readonly (readonly [TrackingState, string])[] = [
  ['accepted', '快件已揽收'],
  ['in_transit', '快件离开始发转运中心，发往目的城市'],
  ['in_transit', '快件到达目的转运中心'],
  ['delivering', '快递员正在派送，请保持电话畅通'],
  ['signed', '快件已签收，感谢使用'],
]

function journey(
  play: Play,
  when: Temporal.Instant,
  orderId: OrderId,
  person: Person,
  outboundId: OutboundId,
): Moment[] {
  let hours = 1
  return words.map(([state, text]) => {
    const moment = after(when, { hours }, (_, then) => travel(play, then, { orderId, outboundId, person, state, text }))
    hours += state === 'delivering' ? play.chance.whole(2, 6) : play.chance.whole(8, 20)
    return moment
  })
}

interface Leg {
  readonly orderId: OrderId
  readonly outboundId: OutboundId
  readonly person: Person
  readonly state: TrackingState
  readonly text: string
}

async function travel(
  play: Play,
  when: Temporal.Instant,
  { orderId, outboundId, person, state, text }: Leg,
): Promise<Moment[]> {
  const ctx = staff(play, 'owner', when)
  const parcel = (await parcelsOf(ctx, orderId)).find((each) => each.outboundId === outboundId && each.waybillNumber)
  if (!parcel?.waybillNumber) return []
  await applyTracking(ctx, [{ carrier: parcel.carrier, waybillNumber: parcel.waybillNumber, at: when, state, text }])
  if (state !== 'signed' || !(await findOrder(ctx, orderId))) return [] // what went out for a case has arrived: that is all
  const { chance } = play
  if (chance.happens(14))
    return [after(when, { hours: chance.whole(4, 60) }, (_, then) => regret(play, then, orderId, person))]
  return chance.happens(60)
    ? [after(when, { hours: chance.whole(2, 48) }, (_, then) => receive(play, then, orderId, person))]
    : []
}

async function receive(play: Play, when: Temporal.Instant, orderId: OrderId, person: Person): Promise<Moment[]> {
  const buyer = at(play.stage, play.cast.shopId, person.actor, when)
  if (orderCan(await loadOrder(buyer, orderId), 'confirmReceipt')) await confirmReceipt(buyer, orderId)
  return []
}

/** Something is wrong with it, or it was not what the buyer hoped for. */
async function regret(play: Play, when: Temporal.Instant, orderId: OrderId, person: Person): Promise<Moment[]> {
  const buyer = at(play.stage, play.cast.shopId, person.actor, when)
  const line = (await linesOf(buyer, await loadOrder(buyer, orderId))).find((each) => each.shipped > each.returned)
  if (!line) return []
  const { chance } = play
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
  return [after(when, { hours: chance.whole(1, 20) }, (_, then) => answer(play, then, opened.id, person))]
}

/** Another colour or size of what was bought, at its price and on the shelf. */
async function anotherOf(buyer: Context, line: OrderLine): Promise<VariantId | undefined> {
  const offered = (await replacementsFor(buyer, [line])).get(line.id) ?? []
  return offered.find(({ item, available }) => item.variantId !== line.variantId && available > 0)?.item.variantId
}

async function answer(play: Play, when: Temporal.Instant, caseId: CaseId, person: Person): Promise<Moment[]> {
  const ctx = staff(play, 'service', when)
  const approved = await approveCase(ctx, caseId).catch((error) => {
    unlessSoldOut(error)
    return loadCase(ctx, caseId)
  })
  if (approved.status === 'replacing') return workdayFrom(play, when, sourceIn(caseId), person)
  if (!comesBack(approved) || approved.status !== 'approved') return []
  return [after(when, { hours: play.chance.whole(6, 40) }, (_, then) => mailBack(play, then, caseId, person))]
}

async function mailBack(play: Play, when: Temporal.Instant, caseId: CaseId, person: Person): Promise<Moment[]> {
  const waybillNumber = `YT88${String(play.chance.whole(0, 99_999_999)).padStart(9, '0')}`
  await sendBack(at(play.stage, play.cast.shopId, person.actor, when), { caseId, carrier: 'YTO', waybillNumber })
  return [after(when, { hours: play.chance.whole(30, 70) }, (_, then) => unpack(play, then, caseId, person))]
}

async function unpack(play: Play, when: Temporal.Instant, caseId: CaseId, person: Person): Promise<Moment[]> {
  const ctx = staff(play, 'warehouse', when)
  const { lines } = await loadCase(ctx, caseId)
  await signInReturn(ctx, { caseId, received: lines.map((line) => ({ lineId: line.id, quantity: line.quantity })) })
  return [after(when, { hours: play.chance.whole(1, 12) }, (_, then) => grade(play, then, caseId, person))]
}

async function grade(play: Play, when: Temporal.Instant, caseId: CaseId, person: Person): Promise<Moment[]> {
  const ctx = staff(play, 'warehouse', when)
  const { lines } = await loadCase(ctx, caseId)
  const graded = await gradeReturn(ctx, {
    caseId,
    grades: lines.map((line) => ({ lineId: line.id, grade: play.chance.happens(70) ? 'as_new' : 'flawed' })),
  })
  return graded.status === 'replacing' ? workdayFrom(play, when, sourceIn(caseId), person) : []
}

/** What goes out for a case leaves as an order does, under the case's own id. */
const sourceIn = (caseId: CaseId): OrderId => caseId as string as OrderId
