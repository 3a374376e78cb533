export { type OrderTimeline, orderTimeline } from './order-timeline.ts'
export { orderWorth, worthOf } from './order-worth.ts'
