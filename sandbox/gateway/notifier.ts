import type { Keys } from './credentials.ts'
import type { Delays } from './delays.ts'
import { dueNotices, holdNotice, noteAttempt, releaseOvertaken } from './notices.ts'
import { platformSignature, seal } from './signing.ts'
import type { NoticeRow, Store } from './store.ts'

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
  const body = envelope(keys.merchant.apiV3Key, notice)
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Mozilla/4.0',
    ...platformSignature(keys.signing(), body, now()),
  }
  const status = await post(
    notice.notify_url,
    headers,
    notice.behaviour === 'tampered' ? tampered(body) : body,
    stopping,
  )
  noteAttempt(store, notice, status, Date.now(), delays)
  if (notice.behaviour !== 'out_of_order') releaseOvertaken(store, notice.trade_number, Date.now())
}

function envelope(apiV3Key: string, notice: NoticeRow): string {
  const about = notice.event_type.startsWith('REFUND') ? 'refund' : 'transaction'
  return JSON.stringify({
    id: notice.event_id,
    create_time: notice.created_at,
    resource_type: 'encrypt-resource',
    event_type: notice.event_type,
    summary: about === 'refund' ? '退款成功' : '支付成功',
    resource: { original_type: about, ...seal(apiV3Key, notice.content, about) },
  })
}

/** Changed on the way after it was signed. */
const tampered = (body: string): string => body.replace('成功', '成 功')

async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  stopping: AbortSignal,
): Promise<number | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(answerMillis)]),
    })
    await response.body?.cancel()
    return response.status
  } catch {
    return undefined // unreachable or too slow: the schedule tries again
  }
}
