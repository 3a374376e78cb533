import type { Listener } from '#platform/events'
import type { ClockJob } from '#platform/jobs'
import { serveWaiting } from './choose-settlement.ts'
import { confirmToBuyer } from './confirmations.ts'
import { forgetWordsOfOrder } from './desk-data.ts'
import { askFeedback } from './follow-ups.ts'
import { keepQueue, queueEvents } from './keep-queue.ts'
import { settleShortage, shortByCount, shortByPick } from './open-shortage.ts'
import { watchJobs } from './watch-jobs.ts'

export const deskListeners: Listener[] = [
  { name: 'desk.keepQueue', on: queueEvents, run: keepQueue },
  { name: 'desk.confirmToBuyer', on: ['order.paid', 'order.pay_on_delivery'], run: confirmToBuyer },
  { name: 'desk.shortByPick', on: ['order.short'], run: shortByPick },
  { name: 'desk.shortByCount', on: ['stock.short'], run: shortByCount },
  {
    name: 'desk.settleShortage',
    on: ['order.short_settled', 'order.items_changed', 'order.cancelled', 'order.shipped'],
    run: settleShortage,
  },
  { name: 'desk.forgetWords', on: ['order.recipient_forgotten'], run: forgetWordsOfOrder },
]

export const deskClockJobs: ClockJob[] = [
  { name: 'desk.watchJobs', everyMinutes: 5, run: watchJobs },
  { name: 'desk.askFeedback', everyMinutes: 60, run: askFeedback },
  { name: 'desk.serveWaiting', everyMinutes: 5, run: serveWaiting },
]
