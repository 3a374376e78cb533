import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { applyForCase } from '#care/after-sales'
import { writeReviews } from '#care/reviews'
import { changeProduct } from '#goods/catalog'
import { delist } from '#goods/listing'
import type { Locale } from '#kernel/text'
import type { Product, Variant } from '#model/goods/catalog'
import type { Order } from '#model/sales/orders'
import { addToCart } from '#sales/carts'
import { confirmReceipt, linesOf } from '#sales/orders'
import { aCustomer, anOrderOf, aPaidOrderOf, deliver } from '#test/house-orders'
import type { ShopperContext } from '#test/people'
import type { RunningHouse } from '#test/running-house'
import { alive } from './browsing.ts'
import { aShopper } from './shopper.ts'

/** A page of the storefront in one of its states. */
export interface PageToSee {
  readonly path: string
  readonly who: 'guest' | 'shopper'
  /** Its form is sent with nothing in it, so that it shows its refusals. */
  readonly sent?: boolean
}

/** How a page is looked at. */
export interface Look {
  readonly width: number
  readonly locale: Locale
  readonly largeText: boolean
}

const phone = '13900000061'

/** A customer with everything one can have, and every page of the storefront as they and a guest see it. */
export async function everyPage(house: RunningHouse): Promise<readonly PageToSee[]> {
  const customer = await aCustomer(house, phone)
  const { celadonCup, stonewareMug, glassPitcher, linenTowel, longjing } = house.shop.goods
  await giveLongestName(house, glassPitcher)
  const received = await aReceived(house, customer, celadonCup.variants[0]!)
  const delivered = await aPaidOrderOf(house, customer, { of: celadonCup.variants[0]! })
  await deliver(house, delivered.id)
  const caseId = await aCase(house, customer, delivered)
  const unpaid = await anOrderOf(customer, { of: stonewareMug.variants[0]! })
  for (const { variants } of [glassPitcher, stonewareMug, linenTowel])
    await addToCart(now(customer), { variantId: variants[0]!.id, quantity: 2 })
  await delist(now(house.ctx), linenTowel.id) // a line of the cart that cannot be bought any more
  await house.settled()
  const guest = [
    ...['/', '/categories', '/c/cups', '/c/cups?sort=price_up&to=100', '/search?q=杯', '/search?q=火箭', '/cart'],
    ...[`/products/${glassPitcher.slug}`, `/products/${longjing.slug}`, `/products/${linenTowel.slug}`],
    ...[`/products/${celadonCup.slug}/reviews`, '/products/never-was', '/offline', '/deliver-to'],
    ...['/sign-in', '/sign-in?with=password', '/sign-up', '/reset-password', '/policies/privacy'],
  ]
  const shopper = [
    ...['/cart', '/checkout', '/orders', '/cases', '/account', '/account/addresses', '/account/addresses/new'],
    ...['/account/news', '/account/privacy', '/account/security', '/account/favourites', '/account/follows'],
    ...[
      `/orders/${unpaid.id}/pay`,
      `/orders/${unpaid.id}`,
      `/orders/${delivered.id}`,
      `/orders/${delivered.id}/return`,
    ],
    ...[`/orders/${received.id}/review`, `/orders/${received.id}`, `/cases/${caseId}`],
  ]
  const sent = (path: string, who: PageToSee['who']): PageToSee => ({ path, who, sent: true })
  return [
    ...guest.map((path) => ({ path, who: 'guest' as const })),
    ...shopper.map((path) => ({ path, who: 'shopper' as const })),
    ...[sent('/sign-in', 'guest'), sent('/sign-up', 'guest'), sent('/account/addresses/new', 'shopper')],
  ]
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
  await writeReviews(now(customer), { orderId: order.id, scores, reviews: [{ lineId: line!.id, stars: 4, words }] })
  await house.settled()
  return order
}

async function aCase(house: RunningHouse, customer: ShopperContext, order: Order): Promise<string> {
  const [line] = await linesOf(house.ctx, order)
  const lines = [{ lineId: line!.id, quantity: 1 }]
  const wish = { orderId: order.id, kind: 'refund', reason: 'damaged', description: '杯口有缺', lines } as const
  return (await applyForCase(now(customer), wish)).id
}

/** The pages, seen by the right person: a guest's window and a signed-in customer's. */
export async function aViewer(browser: Browser, house: RunningHouse) {
  const [guest, shopper] = [await aShopper(browser, house), await aShopper(browser, house)]
  await shopper.visits('/sign-in')
  await shopper.signsIn(phone)
  const windows = { guest: guest.page, shopper: shopper.page }
  return async (seen: PageToSee, look: Look): Promise<string[]> => {
    const page = windows[seen.who]
    await page.setViewportSize({ width: look.width, height: 800 })
    await wishText(page, house, look.largeText)
    await page.goto(`${look.locale === 'en' ? '/en' : ''}${seen.path}`)
    if (seen.sent) await sendEmpty(page)
    await alive(page)
    return [...(await stumblingBlocks(page)), ...(await wideness(page))]
  }
}

const wishText = (page: Page, { url }: RunningHouse, large: boolean) =>
  large
    ? page.context().addCookies([{ name: 'zg_text', value: 'large', url }])
    : page.context().clearCookies({ name: 'zg_text' })

/** Sends the form of the page past what the browser itself would refuse. */
async function sendEmpty(page: Page): Promise<void> {
  await Promise.all([
    page.waitForLoadState('load'),
    page
      .locator('main form[method=post]')
      .first()
      .evaluate((form: HTMLFormElement) => {
        form.noValidate = true
        form.requestSubmit()
      }),
  ])
  await page.waitForURL(() => true, { waitUntil: 'load' })
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What a reader of the page by ear, by keyboard or with weak eyes would stumble over. */
export async function stumblingBlocks(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** What makes the page wider than the screen. */
async function wideness(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > clientWidth + 1,
    )
    return [
      `${scrollWidth} px wide on ${clientWidth}: ${wide
        .slice(0, 3)
        .map((each) => each.outerHTML.slice(0, 100))
        .join(' · ')}`,
    ]
  })
}
