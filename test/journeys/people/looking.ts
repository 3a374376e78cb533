import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Cookie, Page } from '@playwright/test'
import { changeGoods } from '#goods/batches'
import type { Locale } from '#kernel/text'
import type { OrderId } from '#model/sales/orders'
import { listRoles } from '#office/roles'
import { loadOrder } from '#sales/orders'
import { outboundsOf } from '#supply/warehouse'
import type { RunningHouse } from '#test/running-house'
import { alive } from './browsing.ts'
import { customerPhone, type PageToSee } from './every-page.ts'
import { aShopper } from './shopper.ts'
import { aMember } from './staff.ts'

/** How a page is looked at. */
export interface Look {
  readonly width: number
  readonly locale: Locale
  readonly largeText: boolean
  /** By lamplight: the console knows a dark look. */
  readonly dark?: boolean
}

const locales: readonly Locale[] = ['zh', 'en']

/** Every way in which the storefront has to be good to read. */
export const looks: readonly Look[] = locales.flatMap((locale) => [
  ...[320, 360, 768, 1440].map((width) => ({ locale, width, largeText: false })),
  ...[320, 1440].map((width) => ({ locale, width, largeText: true })),
])

/**
 * The console is worked with on a desk, by day and by lamplight, and looked at on a phone. Colours do not depend on the language and lines not on the colours, so that
 * these three see what all eight together would; on a phone the longer words of English are the test.
 */
export const deskLooks: readonly Look[] = [
  { locale: 'zh', width: 1280, largeText: false },
  { locale: 'en', width: 1280, largeText: false, dark: true },
  { locale: 'en', width: 390, largeText: false },
]

/** Page by page the next look, so that a few pages meet every language, width and size of text. */
export const inTurn = (at: number, among: readonly Look[]): Look => among[(at * 5) % among.length]!

/** What was found, by page and look. */
export type Found = Record<string, readonly string[]>

const named = (path: string, { locale, width, largeText, dark }: Look): string =>
  `${path} ${locale} ${width}${largeText ? ' large' : ''}${dark ? ' dark' : ''}`

/** The storefront's pages as the right person sees them: a guest's window and a signed-in customer's, both at once. */
export async function lookAtStorefront(
  browser: Browser,
  house: RunningHouse,
  pages: readonly (readonly [PageToSee, Look])[],
): Promise<Found> {
  const [guest, shopper] = [await aShopper(browser, house), await aShopper(browser, house)]
  await signsInOnce(shopper, house)
  const found: Found = {}
  const lookAs = async (who: PageToSee['who'], page: Page) => {
    for (const [seen, look] of pages) {
      if (seen.who !== who) continue
      const blocks = await see(page, house, seen, look)
      if (blocks.length > 0) found[`${named(seen.path, look)} ${who}${seen.sent ? ' (sent)' : ''}`] = blocks
    }
  }
  await Promise.all([lookAs('guest', guest.page), lookAs('shopper', shopper.page)])
  return found
}

const sessions = new WeakMap<RunningHouse, Cookie[]>()

/** One code for all looks at a house: the next would be sent after a minute only. */
async function signsInOnce(shopper: Awaited<ReturnType<typeof aShopper>>, house: RunningHouse): Promise<void> {
  const context = shopper.page.context()
  const session = sessions.get(house)
  if (session) return context.addCookies(session)
  await shopper.visits('/sign-in')
  await shopper.signsIn(customerPhone)
  sessions.set(house, await context.cookies())
}

async function see(page: Page, house: RunningHouse, { path, sent }: PageToSee, look: Look): Promise<string[]> {
  await page.setViewportSize({ width: look.width, height: 800 })
  await wishText(page, house, look.largeText)
  await page.goto(`${look.locale === 'en' ? '/en' : ''}${path}`)
  if (sent) await sendEmpty(page)
  await alive(page)
  return [...(await stumblingBlocks(page)), ...(await wideness(page))]
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

/** The owner at the console, and every page that the menu leads them to. */
export async function anOwner(browser: Browser, house: RunningHouse) {
  const { page } = await aMember(browser, house, 'owner')
  await drawn(page)
  const links = await page
    .locator('nav a')
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
  return { page, menu: [...new Set(links)].map((path) => path.replace(/^\/console/, '')) }
}

/** Pages of the console that no menu leads to, but those it leads to do. */
export async function besideTheMenu({ ctx, shop }: RunningHouse, orderId: OrderId): Promise<readonly string[]> {
  const [role] = await listRoles(ctx)
  const [outbound] = await outboundsOf(ctx, orderId)
  const { customerId } = await loadOrder(ctx, orderId)
  const { id: productId } = shop.goods.celadonCup
  const cells = [{ field: 'lifeStage', from: null, to: 'mature' }] as const
  const batch = await changeGoods({ ...ctx, actor: shop.owner }, { rows: [{ productId, variantId: null, cells }] })
  return [
    ...['/', '/account', '/products/new', '/roles/new', '/imports/new', `/roles/${role!.id}`],
    ...[`/orders/${orderId}`, `/orders/${orderId}/report`, `/customers/${customerId}`, `/products/${productId}`],
    `/product-batches/${batch.id}`,
    ...(outbound ? [`/outbound/${outbound.id}`] : []),
  ]
}

/** Handheld pages are met by scanning, and these by their journeys: made-and-collected, return and merchandiser. */
const lookedAtInJourneys = ['/transfers/$id', '/returns/$id', '/imports/$id']

/** Pages of the console that nobody would look at: none of these paths is theirs. */
export function overlookedAtDesk(paths: readonly string[]): string[] {
  const shape = (path: string) => new RegExp(`^${path.replaceAll('$id', '[^/]+')}$`)
  const source = readFileSync('apps/console/src/pages.ts', 'utf8')
  const all = [...source.matchAll(/\bpage\(\s*'([^']+)'/g)].map(([, path]) => path!)
  const others = all.filter((path) => !path.startsWith('/pda') && !lookedAtInJourneys.includes(path))
  return all.length < 60
    ? ['the pages were not found']
    : others.filter((path) => !paths.some((each) => shape(path).test(each)))
}

export async function lookAtConsole(
  page: Page,
  { url }: RunningHouse,
  pages: readonly (readonly [path: string, look: Look])[],
): Promise<Found> {
  const found: Found = {}
  for (const [path, look] of pages) {
    await page.setViewportSize({ width: look.width, height: 800 })
    await page.emulateMedia({ colorScheme: look.dark ? 'dark' : 'light' })
    await page.context().addCookies([{ name: 'zg_lang', value: look.locale, url }])
    await page.goto(`/console${path}`)
    await drawn(page)
    const blocks = [...(await stumblingBlocks(page)), ...(await wideness(page)), ...(await helplessness(page))]
    if (blocks.length > 0) found[named(path, look)] = blocks
  }
  return found
}

/** What leaves its reader without help: a page that does not say what it is for, which a scanner's screen has no room to, or an empty place without a next step. */
function helplessness(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = (all: Iterable<HTMLElement>) => [...all].filter((each) => each.checkVisibility())
    const handheld = document.querySelector<HTMLElement>('.pda-body')
    const content = handheld ?? document.querySelector<HTMLElement>('#content')
    if (!content) return ['there is no page']
    const says = handheld !== null || content.querySelector<HTMLElement>('.page-about')?.innerText.trim()
    const empty = shown(content.querySelectorAll<HTMLElement>('.ant-empty'))
      .filter((each) => !each.querySelector('.ant-empty-footer')?.textContent?.trim())
      .map((each) => `nothing here and no next step: ${each.innerText}`)
    return [...(says ? [] : ['does not say what it is for']), ...empty]
  })
}

/** Returns when the page of the console stands there with what it asked for: waiting for a quiet network would add half a second to each. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(
    () => document.querySelectorAll('.ant-skeleton, .ant-spin-spinning, [aria-busy=true]').length === 0,
  )
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What a reader of the page by ear, by keyboard or with weak eyes would stumble over. What moves away while the page settles is nothing to stumble over. */
export async function stumblingBlocks(page: Page): Promise<string[]> {
  if ((await violationsOn(page)).length === 0) return []
  await page.waitForTimeout(500)
  return violationsOn(page)
}

/** Our pages hold no other site's frames, so one run sees all. */
async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replaceAll(/\s+/g, ' ')}`),
  )
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
