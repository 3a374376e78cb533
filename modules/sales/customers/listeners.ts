import { transaction } from '#platform/database'
import type { Listener } from '#platform/events'
import { rename } from './customer-store.ts'
import type { CustomerId } from './model.ts'
import { openCustomer } from './open-customer.ts'

export const customersListeners: Listener[] = [
  {
    name: 'customers.open',
    on: ['account.registered'],
    run: async (ctx, event) => {
      const { kind, displayName, wantsNews } = event.data as { kind: string; displayName: string; wantsNews: boolean }
      if (kind === 'shopper') await openCustomer(ctx, { id: event.aggregateId as CustomerId, displayName, wantsNews })
    },
  },
  {
    name: 'customers.rename',
    on: ['account.changed'],
    run: async (ctx, event) => {
      const { after } = event.data as { after: { kind: string; displayName: string } }
      if (after.kind === 'shopper')
        await transaction(ctx, (tx) => rename(tx, event.aggregateId as CustomerId, after.displayName))
    },
  },
]
