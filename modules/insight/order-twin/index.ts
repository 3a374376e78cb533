export { type Behind, behindPostings } from './behind-postings.ts'
export { type OrderTimeline, orderTimeline } from './order-timeline.ts'
export { orderWorth, worthOf } from './order-worth.ts'
