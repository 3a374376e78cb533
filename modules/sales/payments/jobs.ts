import type { Listener } from '#platform/events'
import type { ClockJob } from '#platform/jobs'
import { closeAttempt } from './ask-provider.ts'
import { besideOpenAttempts } from './beside-open-attempts.ts'
import { checkPayments, checkRefunds } from './check-payments.ts'
import type { RefundId } from './model.ts'
import { workOnNotice } from './receive-notice.ts'
import { sendRefund } from './send-refund.ts'

export const paymentsListeners: Listener[] = [
  { name: 'payments.workOnNotice', on: ['payment.notice_received'], run: workOnNotice },
  {
    name: 'payments.sendRefund',
    on: ['refund.approved'],
    run: (ctx, event) => sendRefund(ctx, event.aggregateId as RefundId),
  },
  // A late success of an earlier attempt pays the order: the newer attempt must not take the money a second time.
  {
    name: 'payments.closeOthers',
    on: ['payment.succeeded'],
    wanted: besideOpenAttempts,
    run: (ctx, event) => closeAttempt(ctx, String(event.data.orderId)),
  },
]

export const paymentsClockJobs: ClockJob[] = [
  { name: 'payments.checkPayments', everyMinutes: 1, run: checkPayments },
  { name: 'payments.checkRefunds', everyMinutes: 1, run: checkRefunds },
]
