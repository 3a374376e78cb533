import { newId } from '#kernel/id'
import { type Money, money } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import { knownShop } from '#office/shops'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { accountInvalid, type PaymentProviders, type ProviderAccount, paymentAdapters } from '#platform/payments'
import { noticePath } from './gateway-of.ts'
import {
  isOnline,
  type MethodSetting,
  type OnlineMethod,
  type Payment,
  type PaymentAccountId,
  type PaymentMethod,
  paymentMethods,
  providerOf,
} from './model.ts'

export const methodLimitsInvalid = refusal(
  'invalid',
  'payments.method_limits_invalid',
  (_: { field: 'mostMinor' }) => 'the upper limit is below the lower one',
)

/** Every way to pay with what the shop has set, in the shop's order; what it never touched stands at its default: cash on delivery is off. */
export async function methodsOf(reader: Reader, { names }: Pick<PaymentProviders, 'names'>): Promise<MethodSetting[]> {
  const rows = await reader.db
    .selectFrom('sales.payment_methods as m')
    .leftJoin('sales.payment_accounts as a', (join) =>
      join.onRef('a.shop_id', '=', 'm.shop_id').onRef('a.id', '=', 'm.account_id'),
    )
    .selectAll('m')
    .select('a.known_by')
    .where('m.shop_id', '=', reader.shopId)
    .execute()
  const { currency } = await knownShop(reader)
  const set = paymentMethods.map((method, index): MethodSetting => {
    const row = rows.find((each) => each.method === method)
    const usual = isOnline(method) && names.includes(providerOf[method])
    const amount = (minor: number | null | undefined): Money | null =>
      minor === null || minor === undefined ? null : money(minor, currency)
    return {
      method,
      enabled: row?.enabled ?? usual,
      position: row?.position ?? index + 1,
      label: { zh: row?.label ?? '', en: row?.label_en ?? '' },
      least: amount(row?.least_minor),
      most: amount(row?.most_minor),
      accountId: (row?.account_id as PaymentAccountId | null | undefined) ?? null,
      account: row?.known_by ?? null,
      available: usual || !isOnline(method) || Boolean(row?.account_id),
      notifyPath: row?.account_id ? noticePath(providerOf[method], row.account_id) : null,
    }
  })
  return set.toSorted(
    (a, b) => a.position - b.position || paymentMethods.indexOf(a.method) - paymentMethods.indexOf(b.method),
  )
}

/** The methods a buyer may choose from for this total, cash on delivery among them where the shop offers it, in the shop's order: switched on, inside their limits, with an account. */
export async function offeredMethods(
  reader: Reader,
  providers: Pick<PaymentProviders, 'names'>,
  total: Money,
): Promise<MethodSetting[]> {
  const methods = await methodsOf(reader, providers)
  return methods.filter(
    ({ enabled, available, least, most }) =>
      enabled &&
      available &&
      (least === null || least.minor <= total.minor) &&
      (most === null || total.minor <= most.minor),
  )
}

export type Desk = Pick<Payment, 'method' | 'provider' | 'accountId'>

/** Of those paid online, where each is paid. */
export async function offeredDesks(
  reader: Reader,
  providers: Pick<PaymentProviders, 'names'>,
  total: Money,
): Promise<Desk[]> {
  const offered = await offeredMethods(reader, providers, total)
  return offered
    .filter(({ method }) => isOnline(method))
    .map(({ method, accountId }) => ({ method, accountId, provider: providerOf[method] }))
}

export interface SaveMethod {
  readonly method: PaymentMethod
  readonly enabled: boolean
  readonly position: number
  readonly label: { readonly zh: string; readonly en: string }
  readonly leastMinor: number | null
  readonly mostMinor: number | null
  /** The shop's own account; absent: unchanged, null: the installation's from now on. */
  readonly account?: ProviderAccount | null
}

/**
 * Sets a way to pay. Keys of an account are sealed and never shown again; payments that were opened stay at the account they
 * were opened at.
 *
 * @throws methodLimitsInvalid, accountInvalid naming what is missing
 */
export async function saveMethod(ctx: Context, input: SaveMethod): Promise<MethodSetting> {
  const { method, enabled, position, label, leastMinor, mostMinor, account } = input
  if (leastMinor !== null && mostMinor !== null && mostMinor < leastMinor)
    throw methodLimitsInvalid({ field: 'mostMinor' })
  const keyed = account && keyedAccount(method, account)
  if (keyed) ctx.outside.payments.of(providerOf[method], keyed.account) // tells at once what it lacks
  return transaction(ctx, async (tx) => {
    const before = (await methodsOf(tx, ctx.outside.payments)).find((each) => each.method === method)!
    const accountId =
      account === undefined ? before.accountId : keyed && (await keepAccount(tx, keyed.method, keyed.account))
    const values = {
      enabled,
      position,
      label: label.zh,
      label_en: label.en,
      least_minor: leastMinor,
      most_minor: mostMinor,
      account_id: accountId,
      updated_at: tx.now,
      updated_by: tx.actor.name,
    }
    await tx.db
      .insertInto('sales.payment_methods')
      .values({ shop_id: tx.shopId, method, ...values })
      .onConflict((conflict) => conflict.columns(['shop_id', 'method']).doUpdateSet(values))
      .execute()
    const after = (await methodsOf(tx, ctx.outside.payments)).find((each) => each.method === method)!
    await publish(tx, { type: 'payment_method.changed', aggregate: 'shop', id: tx.shopId, data: { before, after } })
    return after
  })
}

/** Cash is paid at no provider. */
function keyedAccount(method: PaymentMethod, account: ProviderAccount) {
  if (!isOnline(method)) throw accountInvalid({ field: 'account', provider: providerOf[method] })
  return { method, account }
}

/** The same merchant again replaces its keys: payments opened there can still be refunded. */
async function keepAccount(tx: Tx, method: OnlineMethod, account: ProviderAccount): Promise<PaymentAccountId> {
  const provider = providerOf[method]
  const knownBy = account[paymentAdapters[provider]!.knownBy]
  if (typeof knownBy !== 'string') throw accountInvalid({ field: paymentAdapters[provider]!.knownBy, provider })
  const kept = { secret_cipher: tx.vault.seal(JSON.stringify(account)), saved_at: tx.now, saved_by: tx.actor.name }
  const row = await tx.db
    .insertInto('sales.payment_accounts')
    .values({ id: newId(), shop_id: tx.shopId, provider, known_by: knownBy, ...kept })
    .onConflict((conflict) => conflict.constraint('payment_accounts_once').doUpdateSet(kept))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id as PaymentAccountId
}
