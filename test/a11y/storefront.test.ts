import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '#test/chromium'
import { runningHouse } from '#test/running-house'
import { aViewer, everyPage, type Look } from '../journeys/people/every-page.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())

const pages = await everyPage(house)
const looks: readonly Look[] = (['zh', 'en'] as const).flatMap((locale) => [
  ...[320, 360, 768, 1440].map((width) => ({ locale, width, largeText: false })),
  ...[320, 1440].map((width) => ({ locale, width, largeText: true })),
])

test.each(looks)(
  'every page of the storefront can be read and used by everybody: $locale, $width px, large text $largeText',
  async (look) => {
    const see = await aViewer(browser, house)
    const found: Record<string, readonly string[]> = {}
    for (const page of pages) {
      const blocks = await see(page, look)
      if (blocks.length > 0) found[`${page.path}${page.sent ? ' (sent)' : ''}, ${page.who}`] = blocks
    }
    expect(found).toEqual({})
  },
)
