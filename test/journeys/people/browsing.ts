import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { onTestFinished } from 'vitest'
import type { Locale } from '#kernel/text'

const devices = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desk: { viewport: { width: 1280, height: 900 } },
} as const satisfies Record<string, BrowserContextOptions>

export interface Browsing {
  readonly url: string
  readonly device?: keyof typeof devices
  readonly locale?: Locale
  /** False is a browser without JavaScript. */
  readonly scripts?: boolean
}

/**
 * A window of its own for one test. At the end it must have seen no script error; of a failed test a picture is kept in
 * `test-results`.
 */
export async function openWindow(
  browser: Browser,
  { url, device = 'phone', locale = 'zh', scripts = true }: Browsing,
): Promise<Page> {
  const language = locale === 'en' ? 'en-GB' : 'zh-CN'
  const context = await browser.newContext({
    ...devices[device],
    baseURL: url,
    locale: language,
    javaScriptEnabled: scripts,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const mistakes: string[] = []
  page.on('pageerror', ({ message }) => mistakes.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/^Failed to load resource/.test(message.text())) mistakes.push(message.text())
  })
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(page, task.name)
    await context.close()
    expect(mistakes).toEqual([])
  })
  return page
}

let kept = 0

async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync('test-results', { recursive: true })
  const file = `test-results/${name.replaceAll(/[^\p{Letter}\p{Number}-]+/gu, ' ').slice(0, 60)} ${kept++}.png`
  await page.screenshot({ path: file, fullPage: true }).catch(() => undefined)
}

/** Returns when the page's islands can be used: before that their buttons do nothing. */
export const alive = (page: Page): Promise<void> => expect(page.locator('astro-island[ssr]')).toHaveCount(0)

/** What stands beside a name in a list of facts. */
export const fact = (page: Page, name: string) =>
  page.getByRole('term').filter({ hasText: name }).first().locator('xpath=following-sibling::dd[1]')
