import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '#test/chromium'
import { runningHouse } from '#test/running-house'
import { everyPage, overlooked } from '../journeys/people/every-page.ts'
import { lookAtStorefront, looks } from '../journeys/people/looking.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())

const pages = await everyPage(house)

test('no page of the storefront is overlooked', () => {
  expect(overlooked(pages)).toEqual([])
})

test.each(looks)(
  'every page of the storefront can be read and used by everybody: $locale, $width px, large text $largeText',
  async (look) => {
    const all = pages.map((page) => [page, look] as const)
    expect(await lookAtStorefront(browser, house, all)).toEqual({})
  },
)
