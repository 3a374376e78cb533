import { cityOf, districtOf, hashed, type Person } from './places.ts'

export const behaviours = [
  'normal',
  'duplicate',
  'out_of_order',
  'foreign_parcel',
  'forged',
  'silence',
  'pickup_point',
  'problem',
  'refused',
] as const
export type Behaviour = (typeof behaviours)[number]

export const isBehaviour = (text: unknown): text is Behaviour => behaviours.some((behaviour) => behaviour === text)

/** One scan on the way. `action` is Kdniao's detailed state; `hours` is how long after the scan before. */
export interface Step {
  readonly key: string
  readonly action: string
  readonly text: string
  readonly location: string
  readonly hours: number
}

export interface Trip {
  readonly waybill: string
  readonly sender: Person
  readonly recipient: Person
  /** What the courier collects at the door, in yuan. */
  readonly collect?: string | null
}

/** The scans of a parcel from door to door, in their order, as its behaviour wants them. */
export function journeyOf(trip: Trip, behaviour: Behaviour): readonly Step[] {
  const way = [...collection(trip), ...transit(trip), ...arrival(trip)]
  if (behaviour === 'problem') return [...way, unreachable(trip)]
  if (behaviour === 'refused') return [...way, ...homewards(trip)]
  if (behaviour === 'pickup_point') return [...way, ...locker(trip)]
  return [...way, signed(trip)]
}

/** Kdniao's codes after which nothing more happens. */
export const isLast = (action: string): boolean => ['301', '302', '304', '311', '406'].includes(action)

/** Kdniao's short State of a detailed one: 202 is a kind of 2. */
export const shortState = (action: string): string => action[0] ?? '0'

const branch = (person: Person): string => `${cityOf(person)}${districtOf(person)}营业部`
const hub = (person: Person): string => `${cityOf(person)}转运中心`

function collection({ waybill, sender }: Trip): Step[] {
  const location = cityOf(sender)
  const from = branch(sender)
  return [
    {
      key: 'collected',
      action: '1',
      location,
      hours: 2,
      text: `【${location}】${from} ${courier(waybill, '收')} 已揽收`,
    },
    {
      key: 'left_branch',
      action: '206',
      location,
      hours: 2,
      text: `【${location}】快件离开【${from}】，正发往【${hub(sender)}】`,
    },
    { key: 'at_first_hub', action: '204', location, hours: 2, text: `【${location}】快件到达【${hub(sender)}】` },
  ]
}

/** A parcel within a city is sorted once; between provinces it travels overnight. */
function transit({ sender, recipient }: Trip): Step[] {
  if (cityOf(sender) === cityOf(recipient)) return []
  const [from, to] = [cityOf(sender), cityOf(recipient)]
  return [
    {
      key: 'left_first_hub',
      action: '2',
      location: from,
      hours: 2,
      text: `【${from}】快件离开【${hub(sender)}】，正发往【${hub(recipient)}】`,
    },
    {
      key: 'at_last_hub',
      action: '204',
      location: to,
      hours: sender.province === recipient.province ? 6 : 18,
      text: `【${to}】快件到达【${hub(recipient)}】`,
    },
  ]
}

function arrival({ waybill, recipient }: Trip): Step[] {
  const location = cityOf(recipient)
  const to = branch(recipient)
  return [
    {
      key: 'left_last_hub',
      action: '2',
      location,
      hours: 2,
      text: `【${location}】快件离开【${hub(recipient)}】，正发往【${to}】`,
    },
    { key: 'at_branch', action: '205', location, hours: 3, text: `【${location}】快件到达【${to}】` },
    {
      key: 'delivering',
      action: '202',
      location,
      hours: 2,
      text: `【${location}】${to} ${courier(waybill, '派')} 正在派送，请保持电话畅通`,
    },
  ]
}

/** What a courier writes when the money is in the bag. */
const paid = ({ collect }: Trip): string => (collect ? `，代收货款 ${collect} 元已收` : '')

const signed = (trip: Trip): Step => {
  const { recipient } = trip
  const location = cityOf(recipient)
  return {
    key: 'signed',
    action: '301',
    location,
    hours: 3,
    text: `【${location}】已签收，签收人：本人${paid(trip)}。感谢使用，期待再次为您服务`,
  }
}

const unreachable = ({ recipient }: Trip): Step => {
  const location = cityOf(recipient)
  return {
    key: 'unreachable',
    action: '416',
    location,
    hours: 3,
    text: `【${location}】派送异常：电话无人接听，联系不上收件人`,
  }
}

function locker(trip: Trip): Step[] {
  const { recipient } = trip
  const location = cityOf(recipient)
  return [
    {
      key: 'at_pickup_point',
      action: '211',
      location,
      hours: 2,
      text: `【${location}】快件已放入${districtOf(recipient)}驿站，请凭取件码领取`,
    },
    {
      key: 'taken',
      action: '311',
      location,
      hours: 6,
      text: `【${location}】快件已从${districtOf(recipient)}驿站取出，签收人：本人${paid(trip)}`,
    },
  ]
}

function homewards({ sender, recipient }: Trip): Step[] {
  const [from, to] = [cityOf(sender), cityOf(recipient)]
  return [
    { key: 'refused', action: '404', location: to, hours: 3, text: `【${to}】收件人拒收，快件将退回发件人` },
    {
      key: 'going_home',
      action: '407',
      location: to,
      hours: 6,
      text: `【${to}】退回快件离开【${hub(recipient)}】，正发往【${hub(sender)}】`,
    },
    { key: 'returned', action: '406', location: from, hours: 24, text: `【${from}】退回件已由发件人签收` },
  ]
}

const surnames = ['陈', '李', '王', '张', '刘', '赵', '周', '吴']

/** A made-up courier; numbers 138 0000 xxxx belong to nobody. */
const courier = (waybill: string, work: '收' | '派'): string => {
  const surname = surnames[hashed(waybill + work, surnames.length)]
  return `${work}件员 ${surname}师傅（1380000${String(hashed(work + waybill, 10_000)).padStart(4, '0')}）`
}
