import { type Browser, expect, type Page } from '@playwright/test'
import { houseTexts } from '#apps/texts'
import { say } from '#kernel/text'
import { type RegionPath, regionPath } from '#platform/regions'
import type { RunningHouse } from '#test/running-house'
import { storefrontText } from '../../../apps/storefront/text.ts'
import { cashierTexts } from '../../../sandbox/gateway/text.ts'
import { alive, type Browsing, fact, openWindow } from './browsing.ts'

const catalogue = { ...houseTexts, ...storefrontText }

/** Somebody who looks for something, with a browser that knows nobody yet. */
export async function aShopper(browser: Browser, house: RunningHouse, how: Omit<Browsing, 'url'> = {}) {
  const { locale = 'zh', scripts = true } = how
  const page = await openWindow(browser, { ...how, url: house.url })
  const t = (key: string, values?: Record<string, unknown>) => say(catalogue, locale, key, values)
  const at = (path: string) => `${locale === 'en' ? '/en' : ''}${path}`
  const button = (key: string) => page.getByRole('button', { name: t(key), exact: true })
  const ready = () => (scripts ? alive(page) : Promise.resolve())
  /** On a phone the options stand in a sheet that comes from below; the page that led here may still be shown. */
  const opensSheet = async () => {
    await page.locator('#sku').waitFor({ state: 'attached' })
    await ready()
    const door = page.locator('button.chosen')
    if ((await door.isVisible()) && !(await page.locator('#sku').isVisible())) await door.click()
  }

  return {
    page,
    t,
    visits: (path: string) => page.goto(at(path)),

    /** Through the categories of the home page to a product. */
    async finds(name: string, { category }: { category: string }) {
      await page.goto(at('/'))
      await page
        .getByRole('navigation', { name: t('home.categories') })
        .getByRole('link', { name: category })
        .click()
      await page.getByRole('heading', { name }).getByRole('link').click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    },

    /** Chooses an option by its value. */
    async chooses(option: string, value: string) {
      await opensSheet()
      await page.getByRole('group', { name: option }).getByRole('radio', { name: value, exact: true }).check()
    },

    async putsIntoCart({ quantity = 1 } = {}) {
      await opensSheet()
      if (quantity > 1) await page.getByRole('spinbutton', { name: t('product.quantity') }).fill(String(quantity))
      await button('product.add').first().click()
      await expect(page.getByRole('status')).toContainText(t('done.added'))
    },

    async buysNow() {
      await opensSheet()
      await button('product.buy').first().click()
    },

    async checksOut(pieces: number) {
      await page.goto(at('/cart'))
      await page.getByRole('link', { name: t('cart.checkout', { count: pieces }) }).click()
    },

    /** On the sign-in page, with the code that was sent to the phone. */
    async signsIn(phone: string) {
      await page.getByLabel(t('sign_in.phone')).fill(phone)
      await button('sign_in.send_code').click()
      await expect(page.getByRole('status')).toContainText(t('done.code_sent'))
      await page.getByLabel(t('sign_in.code')).fill(await house.codeFor(phone))
      await button('sign_in.submit').click()
      await page.waitForURL(({ pathname }) => !pathname.endsWith('/sign-in'))
    },

    /** On the sign-in page before the checkout: nobody needs an account. */
    async goesAsGuest() {
      await button('guest.go').click()
      await page.waitForURL(({ pathname }) => pathname.endsWith('/checkout'))
    },

    /** Fills in the address that the checkout asks for first. */
    async givesAddress({ name = '安小姐', phone = '13800138000', districtCode = '330106' } = {}) {
      await ready()
      await page.getByLabel(t('address.name')).fill(name)
      await page.getByLabel(t('address.phone')).fill(phone)
      await choosesRegion(page, t, regionPath(districtCode, locale)!, scripts)
      await page.getByLabel(t('address.street')).fill('文三路 90 号 3 幢 502')
      await button('form.save').click()
    },

    async placesOrder() {
      await button('checkout.submit').click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('cashier.title'))
    },

    /** From our cashier to the provider's page, pays there and comes back. */
    async pays({
      method = 'wechat' as 'wechat' | 'alipay' | 'card',
      outcome = 'pay' as 'pay' | 'fail' | 'cancel',
      notice = undefined as string | undefined,
    } = {}) {
      await button(`cashier.with.${method}`).click()
      await page.waitForURL((url) => url.origin === new URL(house.gateway.url).origin)
      const cashier = (key: string) => say(cashierTexts, locale, key)
      if (notice) {
        await page.getByText(cashier('experiments'), { exact: true }).click()
        await page.getByText(cashier(notice), { exact: true }).click()
      }
      await page.getByRole('button', { name: cashier(outcome) }).click()
      await page.waitForURL((url) => url.origin === new URL(house.url).origin)
    },

    /** The provider's answer has arrived. */
    async isPaid() {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('cashier.paid'), { timeout: 15_000 })
      await page.getByRole('link', { name: t('cashier.to_order') }).click()
    },

    /** The newest order, from the list. */
    async opensOrder() {
      await page.goto(at('/orders'))
      await page
        .getByRole('link', { name: t('orders.see') })
        .first()
        .click()
    },

    press: (key: string) => button(key).click(),
    follow: (key: string) => page.getByRole('link', { name: t(key), exact: true }).click(),
    seesHeading: (key: string, timeout = 10_000) =>
      expect(page.getByRole('heading', { level: 1 })).toHaveText(t(key), { timeout }),

    /** The parts of an amount as they stand on the page, blanks left out. */
    async amounts(...keys: string[]) {
      const texts = await Promise.all(keys.map((key) => fact(page, t(key)).innerText()))
      return texts.map((text) => text.replaceAll(/\s/g, ''))
    },
  }
}

/** Without JavaScript the page comes back with the next list after each level. */
async function choosesRegion(
  page: Page,
  t: (key: string) => string,
  region: RegionPath,
  scripts: boolean,
): Promise<void> {
  for (const level of ['province', 'city', 'district'] as const) {
    const list = page.getByRole('combobox', { name: t(`address.${level}`), exact: true })
    await list.selectOption({ label: region[level] })
    if (!scripts && level !== 'district') await page.getByRole('button', { name: t('address.go_on') }).click()
  }
}
