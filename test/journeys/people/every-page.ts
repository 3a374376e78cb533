import { applyForCase } from '#care/after-sales'
import { writeReviews } from '#care/reviews'
import { changeProduct } from '#goods/catalog'
import { delist } from '#goods/listing'
import { beginCampaign, previewLink, publishPage } from '#growth/content'
import type { Locale } from '#kernel/text'
import type { Product, Variant } from '#model/goods/catalog'
import { campaignPath } from '#model/growth/content'
import type { Order } from '#model/sales/orders'
import { activeCart, addToCart, loadCart } from '#sales/carts'
import { addressesOf } from '#sales/customers'
import { confirmReceipt, linesOf } from '#sales/orders'
import { aCustomer, anOrderOf, aPaidOrderOf, deliver } from '#test/house-orders'
import type { ShopperContext } from '#test/people'
import type { RunningHouse } from '#test/running-house'
import { pages } from '../../../apps/storefront/pages.ts'

/** A page of the storefront in one of its states. */
export interface PageToSee {
  readonly path: string
  readonly who: 'guest' | 'shopper'
  /** Its form is sent with nothing in it, so that it shows its refusals. */
  readonly sent?: boolean
}

/** Whose pages the shopper's are. */
export const customerPhone = '13900000061'

/** A customer with everything one can have, and every page of the storefront as they and a guest see it. */
export async function everyPage(house: RunningHouse): Promise<readonly PageToSee[]> {
  const customer = await aCustomer(house, customerPhone)
  const { celadonCup, stonewareMug, glassPitcher, linenTowel, longjing } = house.shop.goods
  await giveLongestName(house, glassPitcher)
  const { received, review } = await aReceived(house, customer, celadonCup.variants[0]!)
  const delivered = await aPaidOrderOf(house, customer, { of: celadonCup.variants[0]! })
  await deliver(house, delivered.id)
  const caseId = await aCase(house, customer, delivered)
  const unpaid = await anOrderOf(customer, { of: stonewareMug.variants[0]! })
  const wanted = [glassPitcher, stonewareMug, linenTowel].map(({ variants }) => variants[0]!.id)
  const inCart = await cartWith(customer, wanted)
  const [address] = await addressesOf(now(customer))
  await delist(now(house.ctx), linenTowel.id) // a line of the cart that cannot be bought any more
  const campaign = await aCampaign(house)
  await house.settled()
  const guest = [
    ...campaign,
    ...['/', '/categories', '/c/cups', '/c/cups?sort=price_up&to=100', '/search?q=杯', '/search?q=火箭', '/cart'],
    ...[`/products/${glassPitcher.slug}`, `/products/${longjing.slug}`, `/products/${linenTowel.slug}`],
    ...[`/products/${celadonCup.slug}/reviews`, '/products/never-was', '/offline', '/deliver-to'],
    ...['/sign-in', '/sign-in?with=password', '/sign-up', '/reset-password', '/policies/privacy'],
    ...['/shops', '/track', '/return-policy', '/ask', `/products/${celadonCup.slug}/share`],
  ]
  const shopper = [
    ...['/', '/c/cups', '/cart', `/cart/lines/${inCart}/swap`, '/checkout', '/orders', '/orders?tab=to_pay'],
    ...['/cases', '/account', '/account/addresses', '/account/addresses/new', `/account/addresses/${address!.id}`],
    ...[
      '/account/messages',
      '/account/invoices',
      '/account/news',
      '/account/privacy',
      '/account/security',
      '/account/favourites',
      '/account/follows',
    ],
    ...[
      `/orders/${unpaid.id}/pay`,
      `/orders/${unpaid.id}`,
      `/orders/${delivered.id}`,
      `/orders/${delivered.id}/return`,
    ],
    ...[`/orders/${unpaid.id}/address`, `/orders/${delivered.id}/invoice`, `/reviews/${review.id}`],
    ...[`/orders/${received.id}/review`, `/orders/${received.id}`, `/cases/${caseId}`],
  ]
  const sent = (path: string, who: PageToSee['who']): PageToSee => ({ path, who, sent: true })
  return [
    ...guest.map((path) => ({ path, who: 'guest' as const })),
    ...shopper.map((path) => ({ path, who: 'shopper' as const })),
    ...[sent('/sign-in', 'guest'), sent('/sign-up', 'guest'), sent('/account/addresses/new', 'shopper')],
  ]
}

/** Puts two of each into their cart; the first line's id. */
async function cartWith(customer: ShopperContext, wanted: readonly Variant['id'][]): Promise<string> {
  for (const variantId of wanted) await addToCart(now(customer), { variantId, quantity: 2 })
  const { id } = (await activeCart(now(customer)))!
  const { lines } = await loadCart(now(customer), id)
  return lines[0]!.id
}

const now = <C extends { now: Temporal.Instant }>(ctx: C): C => ({ ...ctx, now: Temporal.Now.instant() })

/** As long as a name may be, with a word that no line can hold. */
async function giveLongestName(house: RunningHouse, { id, texts }: Product): Promise<void> {
  const zh = '耐高温玻璃公道杯'.repeat(25)
  const en = `Pitcher-${'glass'.repeat(20)} ${'for tea '.repeat(11)}`.trim()
  const named = (locale: Locale, name: string) => ({ ...texts[locale]!, name, sellingPoints: [name.slice(0, 100)] })
  await changeProduct(now(house.ctx), id, { texts: { zh: named('zh', zh), en: named('en', en) } })
}

/** An order that was received and reviewed in part. */
async function aReceived(house: RunningHouse, customer: ShopperContext, of: Variant) {
  const order = await aPaidOrderOf(house, customer, { of }, { of: house.shop.goods.longjing.variants[0]! })
  await deliver(house, order.id)
  await confirmReceipt(now(customer), order.id)
  const [line] = await linesOf(house.ctx, order)
  const scores = { description: 5, service: 4, logistics: 3 }
  const words = '釉色比照片还好看，杯口很薄。'.repeat(8)
  const reviews = [{ lineId: line!.id, stars: 4, words }]
  const [review] = await writeReviews(now(customer), { orderId: order.id, scores, reviews })
  await house.settled()
  return { received: order, review: review! }
}

/** A campaign that visitors see, and its draft by a link. */
async function aCampaign({ ctx }: RunningHouse): Promise<string[]> {
  const name = 'tea-week'
  const pageId = await beginCampaign(now(ctx), { name, title: { zh: '雨天茶周', en: 'Rainy tea week' } })
  await publishPage(now(ctx), { pageId })
  const { token } = await previewLink(now(ctx), pageId)
  return [campaignPath(name), `/preview/${token}`]
}

async function aCase(house: RunningHouse, customer: ShopperContext, order: Order): Promise<string> {
  const [line] = await linesOf(house.ctx, order)
  const lines = [{ lineId: line!.id, quantity: 1 }]
  const wish = { orderId: order.id, kind: 'refund', reason: 'damaged', description: '杯口有缺', lines } as const
  return (await applyForCase(now(customer), wish)).id
}

/** Needs a second shop, which this house has not: it is not looked at here. */
const lookedAtElsewhere = ['/checkout/together']

/** Pages of the storefront that nobody would look at: none of these paths is theirs. */
export function overlooked(seen: readonly PageToSee[]): string[] {
  const paths = seen.map(({ path }) => path.split('?')[0]!)
  const shape = (path: string) => new RegExp(`^${path.replaceAll(/:[a-z]+/gi, '[^/]+')}$`)
  const others = pages.map(({ path }) => path).filter((path) => !lookedAtElsewhere.includes(path))
  return others.filter((path) => !paths.some((each) => shape(path).test(each)))
}
