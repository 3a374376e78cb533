import { sql } from 'kysely'
import { saleItemsOf } from '#goods/catalog'
import { type Locale, say } from '#kernel/text'
import type { Both, SaleItem, VariantId } from '#model/goods/catalog'
import { phoneOf } from '#office/accounts'
import { knownShop } from '#office/shops'
import type { AccountId, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { eachOf } from '#platform/jobs'
import { writeMessage } from '#platform/messages'
import { availabilityOf } from '#supply/inventory'
import { favouritesText } from './text.ts'

/** How many are told in one transaction. */
const batch = 100

interface Waiting {
  readonly customer_id: AccountId
  readonly locale: Locale
}

/**
 * Job. Tells everybody who waits for a variant that can be bought again, whoever asked first before the others. It looks at what is there rather than at what
 * happened: goods come back by a receipt, a cancelled order, a count, a return or a relisting.
 */
export async function tellWhoWaits(ctx: Context): Promise<void> {
  await eachOf(await boughtAgain(ctx), (item) => tellAll(ctx, item))
}

async function boughtAgain(ctx: Context): Promise<SaleItem[]> {
  const rows = await ctx.db
    .selectFrom('sales.stock_waits')
    .select('variant_id')
    .distinct()
    .where('shop_id', '=', ctx.shopId)
    .orderBy('variant_id')
    .execute()
  const ids = rows.map(({ variant_id }) => variant_id as VariantId)
  const [items, available] = [await saleItemsOf(ctx, ids), await availabilityOf(ctx, ids)]
  return [...items.values()].filter(({ active, variantId }) => active && (available.get(variantId) ?? 0) > 0)
}

async function tellAll(ctx: Context, item: SaleItem): Promise<void> {
  const told = await transaction(ctx, (tx) => tellSome(tx, item))
  if (told === batch) await tellAll(ctx, item)
}

/** Whoever is told waits no longer, in the same transaction: workers that look at the same moment tell nobody twice. */
async function tellSome(tx: Tx, item: SaleItem): Promise<number> {
  const { rows } = await sql<Waiting>`
    with first as materialized (
      select customer_id from sales.stock_waits
      where shop_id = ${tx.shopId} and variant_id = ${item.variantId}
      order by asked_at limit ${batch} for update skip locked)
    delete from sales.stock_waits w using first
    where w.shop_id = ${tx.shopId} and w.variant_id = ${item.variantId} and w.customer_id = first.customer_id
    returning w.customer_id, w.locale`.execute(tx.db)
  for (const waiting of rows) await tell(tx, item, waiting)
  return rows.length
}

async function tell(tx: Tx, item: SaleItem, { customer_id: accountId, locale }: Waiting): Promise<void> {
  const recipient = await phoneOf(tx, accountId)
  if (!recipient) return
  const shop = await knownShop(tx)
  const name = fullName(item)
  const values = { shop: locale === 'zh' ? shop.name : shop.nameEn, name: name[locale] }
  await writeMessage(tx, {
    channel: 'sms',
    recipient,
    accountId,
    purpose: 'service',
    template: 'favourites.back',
    locale,
    body: say(favouritesText, locale, 'favourites.message.back', values),
    values: { ...values, 'name.zh': name.zh, 'name.en': name.en, slug: item.slug, variantId: item.variantId },
  })
}

/** The product and, where it comes in several, which of them. */
const fullName = ({ name, specification }: SaleItem): Both => ({
  zh: [name.zh, specification.zh].filter(Boolean).join(' '),
  en: [name.en, specification.en].filter(Boolean).join(', '),
})
