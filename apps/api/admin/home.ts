import { Type } from 'typebox'
import { countCases } from '#care/after-sales'
import { countProducts } from '#goods/catalog'
import type { Permission } from '#model/office/roles'
import { dueHours } from '#model/sales/orders'
import { findTasks } from '#office/tasks'
import { type Context, limitOf } from '#platform/context'
import { OneOf, type Routes } from '#platform/http'
import { countIssues } from '#sales/desk'
import { countOrders } from '#sales/orders'
import { countOutbounds } from '#supply/warehouse'

/** Where counts come from; each is asked at most once for a page. */
interface Counts {
  readonly orders: () => ReturnType<typeof countOrders>
  readonly issues: () => ReturnType<typeof countIssues>
  readonly cases: () => ReturnType<typeof countCases>
  /** As somebody sees them who has this permission. */
  readonly outbounds: (permission: Permission) => ReturnType<typeof countOutbounds>
  readonly products: () => ReturnType<typeof countProducts>
  readonly tasks: () => Promise<number>
}

interface Waiting {
  readonly needs: Permission
  /** The filtered list. */
  readonly href: string
  /** It should not have come to this. */
  readonly isLate?: true
  readonly count: (counts: Counts) => Promise<number | undefined>
}

const mostTasks = 100
const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, one) => all + one, 0)

/** What may wait for somebody, by the permission of whoever does it. The order is that of a day: what is late, what stops others, the rest. */
const waiting = {
  late: {
    needs: 'orders.change',
    href: '/orders?late=true',
    isLate: true,
    count: async ({ orders }) => (await orders()).late,
  },
  due: {
    needs: 'orders.change',
    href: `/orders?dueWithin=${dueHours}`,
    count: async ({ orders }) => (await orders()).due,
  },
  outboundsLate: {
    needs: 'outbound.pick',
    href: '/outbound?overdue=true',
    isLate: true,
    count: async ({ outbounds }) => (await outbounds('outbound.pick')).overdue,
  },
  inReview: {
    needs: 'orders.review',
    href: '/orders?headline=in_review',
    count: async ({ orders }) => (await orders()).in_review,
  },
  onHold: {
    needs: 'orders.review',
    href: '/orders?headline=on_hold',
    count: async ({ orders }) => (await orders()).on_hold,
  },
  short: {
    needs: 'orders.change',
    href: '/orders?headline=short',
    count: async ({ orders }) => (await orders()).short,
  },
  pending: {
    needs: 'orders.change',
    href: '/orders?headline=pending',
    count: async ({ orders }) => (await orders()).pending,
  },
  issues: { needs: 'orders.change', href: '/issues', count: async ({ issues }) => sum(await issues()) },
  casesApplied: {
    needs: 'aftersales.decide',
    href: '/returns?status=applied',
    count: async ({ cases }) => (await cases()).applied,
  },
  casesArrived: {
    needs: 'aftersales.grade',
    href: '/returns?status=arrived',
    count: async ({ cases }) => (await cases()).arrived,
  },
  toPick: {
    needs: 'outbound.pick',
    href: '/outbound?status=released',
    count: async ({ outbounds }) => (await outbounds('outbound.pick')).byStatus.released,
  },
  toPack: {
    needs: 'outbound.pack',
    href: '/outbound?status=picked',
    count: async ({ outbounds }) => (await outbounds('outbound.pack')).byStatus.picked,
  },
  toHandOver: {
    needs: 'outbound.hand_over',
    href: '/outbound?status=weighed',
    count: async ({ outbounds }) => (await outbounds('outbound.hand_over')).byStatus.weighed,
  },
  productsInReview: {
    needs: 'products.review',
    href: '/products?status=in_review',
    count: async ({ products }) => (await products()).in_review,
  },
  tasks: { needs: 'notices.read', href: '/tasks', count: ({ tasks }) => tasks() },
} as const satisfies Readonly<Record<string, Waiting>>
export type WaitingKey = keyof typeof waiting
const keys = Object.keys(waiting) as WaitingKey[]

/** What waits for whoever is signed in, by what they may do, with the list that shows it. */
export function homeRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/waiting',
    {
      config: { needs: { staff: 'notices.read' } },
      schema: {
        tags: ['find'],
        response: {
          200: Type.Object({
            rows: Type.Array(
              Type.Object({
                key: OneOf(keys),
                count: Type.Integer({ description: 'Bounded where the lists are' }),
                isLate: Type.Boolean(),
                href: Type.String({ description: 'The list in the console that shows them' }),
              }),
            ),
          }),
        },
      },
    },
    async ({ context }) => {
      const counts = countsOf(context)
      const own = keys.filter((key) => context.actor.permissions.has(waiting[key].needs))
      const rows = await Promise.all(
        own.map(async (key) => {
          const { href, count, ...rest } = waiting[key] as Waiting
          return { key, href, isLate: rest.isLate ?? false, count: (await count(counts)) ?? 0 }
        }),
      )
      return { rows }
    },
  )
}

const countsOf = (context: Context): Counts => ({
  orders: asked(() => countOrders(context)),
  issues: asked(() => countIssues(context)),
  cases: asked(() => countCases(context)),
  outbounds: askedWithin(context, (within) => countOutbounds(context, { within })),
  products: asked(() => countProducts(context)),
  tasks: async () => (await findTasks(context, { mine: true, limit: mostTasks })).rows.length,
})

/** Asked once for each set of warehouses. */
function askedWithin<Answer>({ actor }: Context, ask: (within?: readonly string[]) => Promise<Answer>) {
  const answers = new Map<string, Promise<Answer>>()
  return (permission: Permission): Promise<Answer> => {
    const within = limitOf(actor, permission)
    const key = String(within)
    if (!answers.has(key)) answers.set(key, ask(within))
    return answers.get(key)!
  }
}

function asked<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined
  return () => {
    answer ??= ask()
    return answer
  }
}
