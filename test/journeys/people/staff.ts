import { type Browser, expect } from '@playwright/test'
import { say } from '#kernel/text'
import type { RunningHouse } from '#test/running-house'
import { type StaffName, staffPassword } from '#test/small-shop'
import { frameText } from '../../../apps/console/src/frame/text.ts'
import { pdaText } from '../../../apps/console/src/pda/text.ts'
import { type Browsing, fact, openWindow } from './browsing.ts'

/** Somebody of the shop, signed in at the console. */
export async function aMember(
  browser: Browser,
  house: RunningHouse,
  name: StaffName,
  { device = 'desk', path = '' }: Pick<Browsing, 'device'> & { path?: string } = {},
) {
  const page = await openWindow(browser, { url: house.url, device })
  const frame = (key: string) => say(frameText, 'zh', key)
  await page.goto(`/console${path}`)
  await page.getByLabel(frame('sign-in.user')).fill(name)
  await page.getByLabel(frame('sign-in.password'), { exact: true }).fill(staffPassword)
  await page.getByRole('button', { name: frame('sign-in.go'), exact: true }).click()
  await expect(page.getByRole('heading', { name: frame('sign-in.title') })).toHaveCount(0)

  return {
    page,
    /** The first of its name: an empty list offers once more what the head of its page does. */
    press: (name: string) => page.getByRole('button', { name, exact: true }).first().click(),
    follow: (name: string | RegExp) => page.getByRole('link', { name }).first().click(),
    /** Fills in the dialog that stands open and says yes; it closes when the answer is yes. */
    async confirms(fields: Readonly<Record<string, string>> = {}) {
      const dialog = page.getByRole('dialog')
      for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value)
      await expect(dialog).not.toHaveClass(/zoom/) // while it still grows its button is not where it was a moment ago
      await dialog.getByRole('button', { name: frame('confirm'), exact: true }).click()
      await expect(dialog).toBeHidden()
    },
  }
}

/** Somebody in the warehouse with a scanner in the hand. */
export async function aPicker(browser: Browser, house: RunningHouse, path = '/pda') {
  const member = await aMember(browser, house, 'warehouse', { device: 'phone', path })
  const { page } = member
  const t = (key: string, values?: Record<string, unknown>) => say(pdaText, 'zh', key, values)
  let last = { code: '', at: 0 }

  return {
    ...member,
    t,
    press: (key: string, values?: Record<string, unknown>) =>
      page.getByRole('button', { name: t(key, values), exact: true }).click(),
    /** As a scanner types: all at once, then Enter. The same code twice takes a person a moment. */
    async scans(code: string) {
      const pause = code === last.code ? last.at + 350 - performance.now() : 0
      if (pause > 0) await page.waitForTimeout(pause)
      await page.keyboard.type(code)
      await page.keyboard.press('Enter')
      last = { code, at: performance.now() }
    },
    async types(digits: string) {
      const keypad = page.getByRole('group', { name: t('keypad') })
      for (const digit of digits) await keypad.getByRole('button', { name: digit, exact: true }).click()
    },
    sees: (key: string, values?: Record<string, unknown>) =>
      expect(page.getByText(t(key, values), { exact: true }).first()).toBeVisible(),
    /** The whole screen turns red until it is understood. */
    async isToldItIsWrong(why: string | RegExp) {
      await expect(page.getByRole('alertdialog', { name: t('wrong') })).toContainText(why)
      await page.getByRole('button', { name: t('wrong.close') }).click()
    },
    reads: (key: string) => fact(page, t(key)).innerText(),
  }
}
