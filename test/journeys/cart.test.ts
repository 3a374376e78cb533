import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { beginHome, publishPage } from '#growth/content'
import { newId } from '#kernel/id'
import { plainLook } from '#model/growth/content'
import { loadShop } from '#office/shops'
import { transaction } from '#platform/database'
import { receiveStock } from '#supply/inventory'
import { openBrowser } from '#test/chromium'
import { aProduct } from '#test/goods'
import { aSellingShop } from '#test/orders'
import { runningHouse } from '#test/running-house'
import { aShopper } from './people/shopper.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())
const vase = await aVaseOfAnotherShop()

/** A second shop of the platform with a colour of its own, and what it sells. */
async function aVaseOfAnotherShop() {
  const { ctx, warehouseId, binId } = await aSellingShop(house.house.db, { now: Temporal.Now.instant() })
  const { slug, variants } = await aProduct(ctx, { slug: 'white-vase', name: '白瓷瓶', nameEn: 'White vase' })
  const where = { warehouseId, binId, lot: { number: 'L1' }, cause: 'test', causeId: newId() }
  await transaction(ctx, (tx) => receiveStock(tx, { ...where, variantId: variants[0]!.id, quantity: 9 }))
  const pageId = await beginHome(ctx, { look: { ...plainLook, accent: '#2a5c8f' }, blocks: [] })
  await publishPage(ctx, { pageId })
  return { path: `/s/${(await loadShop(ctx)).code}/products/${slug}` }
}

for (const locale of ['zh', 'en'] as const)
  test(`CHK-01 in a cart of two shops whoever chooses, counts and takes out a line of the other shop stays on the page, in ${locale}, on a phone`, async () => {
    const ann = await aShopper(browser, house, { locale })
    const { page, t } = ann
    const name = { zh: '白瓷瓶', en: 'White vase' }[locale]
    await ann.visits('/products/stoneware-mug')
    await ann.putsIntoCart()
    await ann.visits(vase.path)
    await ann.putsIntoCart()
    await ann.visits('/cart')
    const home = await page.locator('a.brand').getAttribute('href')
    const toPay = (count: number) => page.getByText(t('cart.checkout', { count }), { exact: true })
    await see(toPay(2)).toBeVisible()

    await page.getByRole('button', { name: t('cart.select', { name }) }).click()
    await see(toPay(1)).toBeVisible()
    await page.getByRole('button', { name: t('cart.select', { name }) }).click()
    await see(toPay(2)).toBeVisible()
    await page.getByRole('button', { name: t('cart.remove_named', { name }) }).click()
    await see(toPay(1)).toBeVisible()

    expect(await page.getByRole('link', { name: t('cart.checkout', { count: 1 }) }).getAttribute('href')).not.toContain(
      '/s/',
    )
    expect(await page.locator('a.brand').getAttribute('href')).toBe(home)
  })
