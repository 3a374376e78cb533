import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '#test/chromium'
import { aCustomer, anOrderOf, aPaidOrderOf, deliver } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { alive, openWindow } from './people/browsing.ts'
import { aShopper } from './people/shopper.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())

const phone = '13900000061'
const customer = await aCustomer(house, phone)
const { celadonCup, stonewareMug } = house.shop.goods
const order = await aPaidOrderOf(house, customer, { of: celadonCup.variants[0]! })
await deliver(house, order.id)
const unpaid = await anOrderOf(customer, { of: stonewareMug.variants[0]! })

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What a reader of the page by ear, by keyboard or with weak eyes would stumble over, page by page. */
async function stumblingBlocks(page: Page, paths: readonly string[], isReady: () => Promise<unknown>): Promise<object> {
  const found: Record<string, readonly string[]> = {}
  for (const path of paths) {
    await page.goto(path)
    await isReady()
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    if (violations.length > 0)
      found[path] = violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`),
      )
  }
  return found
}

const narrow = [
  '/',
  '/categories',
  '/c/cups',
  '/products/celadon-cup',
  '/cart',
  '/checkout',
  '/sign-in',
  `/orders/${unpaid.id}/pay`,
  '/orders',
  `/orders/${order.id}`,
  `/orders/${order.id}/return`,
  `/orders/${order.id}/review`,
  '/products/celadon-cup/reviews',
  '/ask?product=celadon-cup',
  '/account/addresses',
  '/deliver-to',
  '/account/privacy',
  '/account/security',
]
const wide = ['/', '/search?q=杯', '/products/celadon-cup', '/cart', '/checkout', `/orders/${order.id}`]

test.each([
  ['phone', narrow],
  ['desk', wide],
] as const)('the storefront can be read and used by everybody, on a %s', async (device, pages) => {
  const ann = await aShopper(browser, house, { device })
  await ann.visits('/sign-in')
  await ann.signsIn(phone)
  await ann.visits('/products/celadon-cup')
  await ann.putsIntoCart()

  expect(await stumblingBlocks(ann.page, pages, () => alive(ann.page))).toEqual({})
})

const desk = [
  '',
  '/orders',
  `/orders/${order.id}`,
  '/products',
  `/products/${celadonCup.id}`,
  '/outbound',
  '/stock',
  '/returns',
  '/reviews',
  '/visitor-questions',
  '/case-ratings',
  '/api-keys',
  '/webhooks',
  '/price-proposals',
  '/screening',
  '/settings',
  '/audit',
]
const inHand = ['/orders', '/audit']

test.each([
  ['desk', desk],
  ['phone', inHand],
] as const)('the console can be read and used by everybody, on a %s', async (device, pages) => {
  const door = await openWindow(browser, { url: house.url, device })
  expect(await stumblingBlocks(door, ['/console'], () => door.getByRole('textbox').first().waitFor())).toEqual({})

  const { page } = await aMember(browser, house, 'owner', { device })
  const isReady = async () => {
    await page.waitForLoadState('networkidle')
    await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' })
  }
  expect(
    await stumblingBlocks(
      page,
      pages.map((path) => `/console${path}`),
      isReady,
    ),
  ).toEqual({})
})

test('the handheld can be read and used by everybody', async () => {
  const { page } = await aMember(browser, house, 'warehouse', { device: 'phone', path: '/pda' })
  const handheld = ['', '/return', '/stock'].map((path) => `/console/pda${path}`)
  expect(await stumblingBlocks(page, handheld, () => page.waitForLoadState('networkidle'))).toEqual({})
})

test.each(['phone', 'desk'] as const)(
  'the documentation of the API can be read by everybody, on a %s',
  async (device) => {
    const reader = await openWindow(browser, { url: house.url, device })
    const pages = ['', '/guides/quickstart', '/guides/webhooks', '/reference/partner-shipments', '/events', '/errors']
    const paths = [...pages, '/search?text=order'].map((path) => `/api/docs${path}`)
    expect(await stumblingBlocks(reader, paths, () => reader.getByRole('heading').first().waitFor())).toEqual({})
  },
)
