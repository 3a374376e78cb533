import type { AccountId, Context } from '#platform/context'

/** Whether somebody agrees, at this moment, to be told of offers. */
export type MarketingConsent = (ctx: Context, accountId: AccountId) => Promise<boolean>

let consent: MarketingConsent = async () => false

/** Names who knows of consents. Until then nobody has given one, and no marketing message leaves. */
export function registerMarketingConsent(known: MarketingConsent): void {
  consent = known
}

/** Asked by the sender itself, just before it hands a message on: a withdrawal stops what was written before it. */
export const mayMarketTo = async (ctx: Context, accountId: string | null): Promise<boolean> =>
  accountId !== null && (await consent(ctx, accountId as AccountId))
