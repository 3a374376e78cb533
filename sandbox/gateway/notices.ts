import { randomBytes } from 'node:crypto'
import type { NoticeBehaviour } from './behaviour.ts'
import type { Delays } from './delays.ts'
import { chinaTime } from './messages.ts'
import type { NoticeRow, Provider, Store } from './store.ts'
import { digits } from './trades.ts'

export interface NoticeToSend {
  readonly tradeNumber: string
  readonly provider: Provider
  readonly eventType: string
  readonly notifyUrl: string
  readonly content: object
  readonly behaviour: NoticeBehaviour
}

/** Writes a notification down; whoever delivers finds it when it is due. */
export function addNotice(
  store: Store,
  notice: NoticeToSend,
  now: Temporal.Instant,
  millis: number,
  delays: Delays,
): void {
  store.insert('notices', {
    event_id: `EV-${digits(now)}${randomBytes(6).toString('hex')}`,
    trade_number: notice.tradeNumber,
    event_type: notice.eventType,
    notify_url: notice.notifyUrl,
    provider: notice.provider,
    content: JSON.stringify(notice.content),
    behaviour: notice.behaviour,
    created_at: chinaTime(now),
    due_millis: firstDue(notice.behaviour, millis, delays),
  })
}

function firstDue(behaviour: NoticeBehaviour, millis: number, delays: Delays): number | null {
  if (behaviour === 'never') return null
  if (behaviour === 'late') return millis + delays.late
  return behaviour === 'out_of_order' ? millis + delays.outOfOrder : millis
}

export const dueNotices = (store: Store, millis: number): NoticeRow[] =>
  store.all<NoticeRow>('select * from notices where due_millis <= ? order by due_millis, created_at', millis)

export const noticesOf = (store: Store, tradeNumber: string): NoticeRow[] =>
  store.all<NoticeRow>('select * from notices where trade_number = ? order by created_at, event_id', tradeNumber)

/** Keeps a notification from being sent by two rounds at once; should the process die now, it goes out again then. */
export const holdNotice = (store: Store, eventId: string, untilMillis: number): void =>
  store.run('update notices set due_millis = ? where event_id = ?', untilMillis, eventId)

/** How the merchant answered: nothing at all, or with a status and a yes or no in the provider's sense. */
export interface Answered {
  readonly status?: number
  readonly accepted: boolean
}

/** Notes an attempt and when the next one is due: the second copy, a repeat on WeChat's schedule, or none. */
export function noteAttempt(
  store: Store,
  notice: NoticeRow,
  { status, accepted }: Answered,
  millis: number,
  delays: Delays,
): void {
  const attempts = notice.attempts + 1
  const wait =
    notice.behaviour === 'twice' && attempts === 1 ? delays.secondCopy : accepted ? undefined : delays.retry(attempts)
  store.run(
    'update notices set attempts = ?, last_status = ?, due_millis = ? where event_id = ?',
    attempts,
    status ?? null,
    wait === undefined ? null : millis + wait,
    notice.event_id,
  )
}

/** A younger notification of the trade has gone out: the one held back may follow. */
export const releaseOvertaken = (store: Store, tradeNumber: string, millis: number): void =>
  store.run(
    `update notices set due_millis = ? where trade_number = ? and behaviour = 'out_of_order' and attempts = 0 and due_millis > ?`,
    millis,
    tradeNumber,
    millis,
  )
