import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '#test/chromium'
import { aCustomer, aPaidOrderOf } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { anOwner, besideTheMenu, deskLooks, lookAtConsole, overlookedAtDesk } from '../journeys/people/looking.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())

const customer = await aCustomer(house, '13900000062')
const order = await aPaidOrderOf(house, customer, { of: house.shop.goods.celadonCup.variants[0]! })

test.each(deskLooks)(
  'every page of the console can be read and used by everybody: $locale, $width px, dark $dark',
  async (look) => {
    const { page, menu } = await anOwner(browser, house)
    const paths = [...menu, ...(await besideTheMenu(house, order.id))]
    expect(overlookedAtDesk(paths)).toEqual([])
    const all = paths.map((path) => [path, look] as const)
    expect(await lookAtConsole(page, house, all)).toEqual({})
  },
)
