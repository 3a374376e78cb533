import { afterAll, expect, test } from 'vitest'
import type { OrderId } from '#model/sales/orders'
import { openBrowser } from '#test/chromium'
import { runningHouse } from '#test/running-house'
import { openWindow } from './people/browsing.ts'
import { everyPage, overlooked } from './people/every-page.ts'
import {
  anOwner,
  besideTheMenu,
  deskLooks,
  inTurn,
  lookAtConsole,
  lookAtStorefront,
  looks,
  stumblingBlocks,
} from './people/looking.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())

const pages = await everyPage(house)
const orderPage = pages.find(({ path }) => path.endsWith('/return'))!.path
const [, , orderId = ''] = orderPage.split('/')

// Each page in one look: `npm run test:a11y` sees every page in every look.
test('the storefront can be read and used by everybody, in every language, width and size of text', async () => {
  expect(overlooked(pages)).toEqual([])
  const all = pages.map((page, at) => [page, inTurn(at, looks)] as const)
  expect(await lookAtStorefront(browser, house, all)).toEqual({})
})

// A sixth of the menu and what lies beside it, each page in one look: what a run of all tests has time for.
test('the console can be read and used by everybody, on a desk and on a phone', async () => {
  const { page, menu } = await anOwner(browser, house)
  const some = [...menu.filter((_, at) => at % 6 === 0), ...(await besideTheMenu(house, orderId as OrderId))]
  expect(
    await lookAtConsole(
      page,
      house,
      some.map((path, at) => [path, inTurn(at, deskLooks)] as const),
    ),
  ).toEqual({})
})

test('the doors of console and handheld can be read and used by everybody', async () => {
  const door = await openWindow(browser, { url: house.url, device: 'phone' })
  await door.goto('/console')
  await door.getByRole('textbox').first().waitFor()
  expect(await stumblingBlocks(door)).toEqual([])

  const { page } = await aMember(browser, house, 'warehouse', { device: 'phone', path: '/pda' })
  await page.getByRole('heading').first().waitFor()
  expect(await stumblingBlocks(page)).toEqual([])
})

test('the documentation of the API can be read by everybody', async () => {
  const reader = {
    phone: await openWindow(browser, { url: house.url }),
    desk: await openWindow(browser, { url: house.url, device: 'desk' }),
  }
  const read = [
    ['phone', ''],
    ['desk', '/guides/quickstart'],
    ['phone', '/guides/webhooks'],
    ['desk', '/reference/partner-shipments'],
    ['desk', '/errors'],
    ['phone', '/search?text=order'],
  ] as const
  const found: Record<string, readonly string[]> = {}
  for (const [device, path] of read) {
    await reader[device].goto(`/api/docs${path}`)
    const blocks = await stumblingBlocks(reader[device])
    if (blocks.length > 0) found[`${path} ${device}`] = blocks
  }
  expect(found).toEqual({})
})
