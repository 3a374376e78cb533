import type { AccountId, Context } from '#platform/context'
import { findCustomer } from './customer-store.ts'
import type { CustomerId } from './model.ts'

/** Whether a customer agrees, now, to news on offers and events. Nobody agrees who has not chosen it, or who has gone. */
export const agreesToNews = async (ctx: Context, accountId: AccountId): Promise<boolean> =>
  (await findCustomer(ctx, accountId as string as CustomerId))?.wantsNews ?? false
