import type { Context, Reader, ShopId } from '#platform/context'
import type { Database } from '#platform/database'
import type { KnownPayment, PaymentGateway, ProviderAccount } from '#platform/payments'
import type { Payment } from './model.ts'
import { paymentAccountNotFound } from './payment.ts'

/** The desk at which a payment was opened: of the shop's own account, or of the installation's. */
export async function gatewayOf(
  ctx: Context,
  { shopId, provider, accountId }: Pick<Payment, 'shopId' | 'provider' | 'accountId'>,
): Promise<PaymentGateway> {
  return ctx.outside.payments.of(provider, accountId ? await accountOf({ ...ctx, shopId }, accountId) : undefined)
}

async function accountOf(reader: Reader, accountId: string): Promise<ProviderAccount> {
  const { secret_cipher } = await reader.db
    .selectFrom('sales.payment_accounts')
    .select('secret_cipher')
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return JSON.parse(reader.vault.open(secret_cipher)) as ProviderAccount
}

/** @throws paymentAccountNotFound */
export async function shopOfAccount(db: Database, accountId: string): Promise<ShopId> {
  const row = await db
    .selectFrom('sales.payment_accounts')
    .select('shop_id')
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!row) throw paymentAccountNotFound({ account: accountId })
  return row.shop_id as ShopId
}

export const knownAs = ({ number, handle, createdAt, providerRef }: Payment): KnownPayment => ({
  number,
  handle,
  openedAt: createdAt,
  providerRef,
})

/** Where a provider sends its notifications. Carries no query: providers refuse addresses that do. */
export const notifyUrl = (ctx: Context, { provider, accountId }: Pick<Payment, 'provider' | 'accountId'>): string =>
  `${ctx.outside.publicUrl}${noticePath(provider, accountId)}`

export const noticePath = (provider: string, accountId: string | null): string =>
  `/api/v1/provider/payments/${provider}/${accountId ? `accounts/${accountId}/` : ''}notices`
