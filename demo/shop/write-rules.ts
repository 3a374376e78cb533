import type { Context } from '#platform/context'
import type { RuleDraft } from '#sales/rules'
import { createRule } from '#sales/rules'

const review = (decision: 'approve' | 'ask', reason = '') => ({ kind: 'review', decision, reason }) as const

/** As an operator writes them on the first day; what changes what is sent stays off until somebody has tried it. */
const rules: readonly RuleDraft[] = [
  {
    name: '留言要改的先看',
    enabled: true,
    conditions: [{ field: 'words', any: ['改地址', '换颜色', '不要了'], not: false }],
    action: review('ask', '买家留言要改，先联系'),
  },
  {
    name: '老客小单放行',
    enabled: true,
    conditions: [
      { field: 'buyer', any: ['returning'], not: false },
      { field: 'amount', from: null, to: 30_000 },
    ],
    action: review('approve'),
  },
  {
    name: '同址一日内合单',
    enabled: false,
    conditions: [],
    action: { kind: 'merging', decision: 'merge', withinHours: 24 },
  },
  {
    name: '加急走顺丰',
    enabled: false,
    conditions: [{ field: 'words', any: ['加急', '急用'], not: false }],
    action: { kind: 'carrier', carrier: 'SF' },
  },
]

/** The rules by which the demo shop deals with its orders. */
export async function writeRules(ctx: Context): Promise<void> {
  for (const rule of rules) await createRule(ctx, rule)
}
