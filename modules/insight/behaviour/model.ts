import type { Id } from '#kernel/id'

export { behaviourText } from './text.ts'

export type VisitorId = Id<'Visitor'>

/** What a browser tells of. What the server knows better (orders, payments) stands in its own tables and is never told by a browser. */
export const behaviourKinds = ['view', 'list', 'search', 'click', 'cart_add', 'checkout'] as const
export type BehaviourKind = (typeof behaviourKinds)[number]

export const behaviourLimits = {
  /** Of one message. */
  events: 40,
  loads: 1,
  query: 100,
  /** A browser tells of what happened at most so long ago, in milliseconds. */
  ago: 3_600_000,
  /** Messages of one address in a minute. */
  messagesPerMinute: 120,
} as const

/** How wide a window is, as the pages' own breakpoints have it. */
export const widths = ['phone', 'tablet', 'desk'] as const
export type Width = (typeof widths)[number]

export const widthOf = (pixels: number): Width => (pixels < 640 ? 'phone' : pixels < 900 ? 'tablet' : 'desk')

/** Whether somebody lets us remember what they look at. */
export type Choice = 'unasked' | 'agreed' | 'refused'
