import { type Locator, type Page, expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '#test/chromium'
import { runningHouse } from '#test/running-house'
import { alive } from './people/browsing.ts'
import { aShopper } from './people/shopper.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())

test('STO-10 a whole purchase by keyboard alone: found, chosen, signed in, addressed and paid', async () => {
  const ann = await aShopper(browser, house, { device: 'desk' })
  const { page, t } = ann
  const button = (key: string, values?: Record<string, unknown>) =>
    page.getByRole('button', { name: t(key, values), exact: true })

  await ann.visits('/')
  await page.keyboard.press('Tab')
  await see(page.getByRole('link', { name: t('frame.skip') })).toBeFocused()
  await typeInto(page, page.locator('#q'), '青瓷杯')
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('heading', { name: '青瓷杯' }).getByRole('link'))
  await see(page.getByRole('heading', { level: 1 })).toHaveText('青瓷杯')

  await alive(page)
  await tabTo(page, page.getByRole('group', { name: '颜色' }).getByRole('radio', { checked: true }))
  await page.keyboard.press('ArrowRight')
  await see(page.getByRole('radio', { name: '梅子青' })).toBeChecked()
  await press(page, button('product.add'))
  await see(page.getByRole('status').first()).toContainText(t('done.added'))
  await press(page, page.getByRole('link', { name: t('product.to_cart') }))
  await press(page, page.getByRole('link', { name: t('cart.checkout', { count: 1 }) }))

  const phone = '13900000071'
  await typeInto(page, page.getByLabel(t('sign_in.phone')), phone)
  await press(page, button('sign_in.send_code'))
  await see(page.getByRole('status').first()).toContainText(t('done.code_sent'))
  await typeInto(page, page.getByLabel(t('sign_in.code')), await house.codeFor(phone))
  await page.keyboard.press('Enter')

  await typeInto(page, page.getByLabel(t('address.name')), '安小姐')
  await alive(page)
  await typeInto(page, page.getByLabel(t('address.phone')), phone)
  for (const [level, name] of [
    ['province', '浙江省'],
    ['city', '杭州市'],
    ['district', '西湖区'],
  ] as const)
    await pick(page, page.getByRole('combobox', { name: t(`address.${level}`), exact: true }), name)
  await typeInto(page, page.getByLabel(t('address.street')), '文三路 90 号')
  await press(page, button('form.save'))
  await press(page, button('checkout.submit'))
  await ann.seesHeading('cashier.title')
  await ann.pays()
  await ann.isPaid()
}, 120_000)

test('STO-10 without a network the shop says so in the language one was reading, and goes on when it is back', async () => {
  const bob = await aShopper(browser, house, { locale: 'en' })
  const { page } = bob
  await bob.visits('/')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20))
  })

  await page.context().setOffline(true)
  await bob.visits('/products/celadon-cup')
  await bob.seesHeading('offline.title')
  expect(new URL(page.url()).pathname).toBe('/en/products/celadon-cup')
  await see(page.locator('link[rel=stylesheet]')).not.toHaveCount(0)
  expect(await page.evaluate(() => [...document.styleSheets].some(({ cssRules }) => cssRules.length > 0))).toBe(true)

  await page.context().setOffline(false)
  await see(page.getByRole('heading', { level: 1 })).toHaveText('Celadon cup')
})

test('STO-10 the sheet of options on a phone keeps the keyboard in it, gives it back, and stands still for whoever asked for that', async () => {
  const eve = await aShopper(browser, house, { locale: 'en' })
  const { page, t } = eve
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await eve.visits('/products/celadon-cup')
  await alive(page)
  const [opener, sheet] = [page.locator('button.chosen'), page.locator('#sku')]
  await press(page, opener)
  await see(sheet.getByRole('button', { name: t('gallery.close') })).toBeFocused()
  expect(await sheet.evaluate(stillness)).toEqual({ animation: 'none', moves: false })

  await page.keyboard.press('Shift+Tab')
  await see(sheet.getByRole('button').last()).toBeFocused()
  for (let stops = 0; stops < 12; stops++) {
    await page.keyboard.press('Tab')
    expect(await sheet.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await see(sheet).toBeHidden()
  await see(opener).toBeFocused()
  expect(await page.evaluate(moving)).toEqual([])
})

/** Whether an element would move while it comes or changes. */
function stillness(element: Element): { animation: string; moves: boolean } {
  const { animationName, transitionDuration } = getComputedStyle(element)
  return {
    animation: animationName,
    moves: transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0.01),
  }
}

/** What on the page is animated, glides on scrolling or changes its place over time. */
function moving(): string[] {
  const places = /all|transform|translate|scale|left|top|right|bottom|height|width|margin/
  return [document.documentElement, ...document.querySelectorAll('*')]
    .filter((element) => {
      const style = getComputedStyle(element)
      const glides = style.transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0.01)
      const isChanged = glides && places.test(style.transitionProperty)
      return style.animationName !== 'none' || style.scrollBehavior === 'smooth' || isChanged
    })
    .map((element) => `${element.tagName} ${element.className}`)
}

/** Goes on with the tabulator until a control has the focus, and sees that it shows: what cannot be reached so cannot be used. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  const isThere = () => control.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 120; presses++) {
    if (await isThere()) return expect(await control.evaluate(isMarked)).toBe(true)
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${control}`)
}

/** A control that has the focus, or what stands for it, bears a line around it. */
function isMarked(control: Element): boolean {
  const shown = [control, control.nextElementSibling, control.closest('label'), control.closest('[role=search]')]
  return shown.some((element) => {
    if (!element) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  })
}

async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press('Enter')
}

async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

/** Goes down a list to an entry. */
async function pick(page: Page, list: Locator, name: string): Promise<void> {
  await see(list.getByRole('option', { name, exact: true })).toBeAttached()
  await tabTo(page, list)
  const at = await list.evaluate(
    (select: HTMLSelectElement, wanted) =>
      [...select.options].findIndex(({ text }) => text === wanted) - select.selectedIndex,
    name,
  )
  for (let presses = 0; presses < at; presses++) await page.keyboard.press('ArrowDown')
}
