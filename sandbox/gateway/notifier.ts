import type { Keys } from './credentials.ts'
import type { Delays } from './delays.ts'
import { type Answered, dueNotices, holdNotice, noteAttempt, releaseOvertaken } from './notices.ts'
import type { NoticeRow, Store } from './store.ts'
import { type Signed, voices } from './voices.ts'

/** A merchant has five seconds to answer. Source: pay.weixin.qq.com, 支付通知. */
const answerMillis = 5_000

export interface Notifier {
  readonly store: Store
  readonly keys: Keys
  readonly delays: Delays
  readonly now: () => Temporal.Instant
  readonly stopping: AbortSignal
}

/** Sends every notification that is due and notes how each was answered. */
export async function deliverDue(notifier: Notifier): Promise<void> {
  const millis = Date.now()
  const due = dueNotices(notifier.store, millis)
  for (const notice of due) holdNotice(notifier.store, notice.event_id, millis + 2 * answerMillis)
  await Promise.all(due.map((notice) => deliver(notifier, notice)))
}

async function deliver({ store, keys, delays, now, stopping }: Notifier, notice: NoticeRow): Promise<void> {
  const voice = voices[notice.provider]
  const signed = voice.sign(keys, notice, now())
  const sent = notice.behaviour === 'tampered' ? { ...signed, body: voice.tampered(signed.body) } : signed
  const answered = await post(notice.notify_url, sent, voice.isYes, stopping)
  noteAttempt(store, notice, answered, Date.now(), delays)
  if (notice.behaviour !== 'out_of_order') releaseOvertaken(store, notice.trade_number, Date.now())
}

async function post(
  url: string,
  { headers, body }: Signed,
  isYes: (status: number, text: string) => boolean,
  stopping: AbortSignal,
): Promise<Answered> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(answerMillis)]),
    })
    return { status: response.status, accepted: isYes(response.status, await response.text()) }
  } catch {
    return { accepted: false } // unreachable or too slow: the schedule tries again
  }
}
