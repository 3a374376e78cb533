import { traced } from './counter.ts'
import { type Behaviour, isLast, journeyOf, type Step } from './journey.ts'
import { type Credentials, chineseTime, signedForm } from './protocol.ts'
import type { Parcel, Push, Scan, Store } from './store.ts'
import { houses } from './waybill-numbers.ts'

export interface CourierOptions {
  readonly store: Store
  readonly credentials: Credentials
  /** How many times faster than life: at 60 a parcel is at the door in about half an hour. */
  readonly speed: number
  /** Pause before a push that was not answered with success comes again; doubled each time, at most an hour. */
  readonly retryMillis: number
  readonly now: () => number
}

const mostAttempts = 12
const hour = 3_600_000

export type Courier = ReturnType<typeof courier>

/** Moves parcels along and tells the merchant, by itself as time passes or by hand. */
export function courier({ store, credentials, speed, retryMillis, now }: CourierOptions) {
  const nextOf = (parcel: Parcel): Step | undefined => {
    const scans = store.scansOf(parcel.waybill)
    if (parcel.cancelledAt || scans.some(({ action }) => isLast(action))) return undefined
    const done = new Set(scans.map(({ key }) => key))
    return journeyOf(parcel, parcel.behaviour).find(({ key }) => !done.has(key))
  }

  const schedule = (waybill: string): void => {
    const parcel = store.findParcel(waybill)
    const step = parcel && nextOf(parcel)
    if (parcel?.callback)
      store.setParcel(waybill, 'nextAt', step ? now() + Math.ceil((step.hours * hour) / speed) : null)
  }

  /** Does the parcel's next step now. False when its journey is over. */
  const advance = (parcel: Parcel): boolean => {
    const step = nextOf(parcel)
    if (!step) return false
    store.insertScan(parcel.waybill, step, now())
    if (parcel.callback && parcel.behaviour !== 'silence') queuePushes(parcel, parcel.callback)
    schedule(parcel.waybill)
    return true
  }

  const queuePushes = (parcel: Parcel, callback: string): void => {
    const { waybill } = parcel
    const at = now()
    const letters = lettersOf(parcel, store.scansOf(waybill))
    for (const { parcels, delay, forged } of letters) {
      const content = {
        EBusinessID: credentials.businessId,
        PushTime: chineseTime(at),
        Count: parcels.length,
        Data: parcels,
      }
      const body = signedForm(content, '101', forged ? { ...credentials, apiKey: 'stranger' } : credentials)
      store.insertPush({ waybill, callback, body }, delay === 'held' ? null : at + delay, forged ? mostAttempts - 1 : 0)
    }
    if (letters.every(({ delay }) => delay !== 'held')) store.letGo(waybill, at + 100)
  }

  const push = async ({ id, callback, body, attempts }: Push): Promise<void> => {
    const answer = await deliver(callback, body)
    const again = attempts + 1 < mostAttempts
    const nextAt = answer.success || !again ? null : now() + Math.min(retryMillis * 2 ** attempts, hour)
    store.pushTried(id, { nextAt, answeredAt: answer.success ? now() : null, lastAnswer: answer.text })
  }

  return {
    advance,
    nextOf,
    schedule,
    change: (waybill: string, behaviour: Behaviour) => {
      store.setParcel(waybill, 'behaviour', behaviour)
      schedule(waybill)
    },
    /** Takes the steps and sends the pushes that are due. Pushes of one parcel go one after another. */
    work: async (): Promise<void> => {
      for (const parcel of store.dueParcels(now())) advance(parcel)
      const byParcel = Map.groupBy(store.duePushes(now()), ({ waybill }) => waybill)
      await Promise.all(
        [...byParcel.values()].map((pushes) =>
          pushes.reduce((before, one) => before.then(() => push(one)), Promise.resolve()),
        ),
      )
    },
  }
}

interface Letter {
  readonly parcels: readonly object[]
  /** Milliseconds, or held back until after the next scan. */
  readonly delay: number | 'held'
  /** Signed with a stranger's key and sent once. */
  readonly forged?: boolean
}

/** What the merchant is sent after a scan: the whole trace so far, and whatever the parcel's misbehaviour adds. */
function lettersOf({ waybill, carrier, behaviour }: Parcel, scans: readonly Scan[]): readonly Letter[] {
  const parcel = traced({ waybill, carrier }, scans)
  const plain: Letter = { parcels: [parcel], delay: 0 }
  if (behaviour === 'duplicate') return [plain, { parcels: [parcel], delay: 1 }]
  if (behaviour === 'forged')
    return [{ parcels: [{ ...parcel, State: '3', StateEx: '301' }], delay: 0, forged: true }, plain]
  if (behaviour === 'foreign_parcel')
    return [{ parcels: [parcel, traced({ carrier, waybill: houses[carrier]!.number() }, scans)], delay: 0 }]
  const mayWait = scans.length % 2 === 1 && !isLast(scans.at(-1)!.action)
  return behaviour === 'out_of_order' && mayWait ? [{ parcels: [parcel], delay: 'held' }] : [plain]
}

async function deliver(callback: string, body: string): Promise<{ success: boolean; text: string }> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' }
  try {
    const response = await fetch(callback, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(5_000),
    })
    const text = (await response.text()).slice(0, 500)
    return { success: response.ok && isSuccess(text), text: `${response.status} ${text}` }
  } catch (error) {
    return { success: false, text: (error as Error).message }
  }
}

function isSuccess(text: string): boolean {
  try {
    return (JSON.parse(text) as { Success?: unknown } | null)?.Success === true
  } catch {
    return false
  }
}
