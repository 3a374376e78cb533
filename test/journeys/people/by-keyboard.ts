import { type Locator, type Page, expect as see } from '@playwright/test'

/** More than any page has things to stop at. */
const mostSteps = 150

/**
 * Tabs on until something has the focus: whoever cannot use a mouse gets there, and at every step sees where they are.
 * @throws Error naming the first thing that hides its focus, or when the steps are used up
 */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await see(wanted).toBeVisible()
  await page.evaluate(flawOfFocus)
  for (let step = 0; step < mostSteps; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    const flaw = await page.evaluate(flawOfFocus)
    if (flaw) throw new Error(flaw)
  }
  throw new Error('the keyboard does not get there')
}

/**
 * In the page: what is wrong with the focus as it is seen, within the half second that a transition may take. It has a ring, around the thing or around
 * what stands for it, that was not there before, and lies on the screen. Remembers how everything else looks that has no focus now.
 */
async function flawOfFocus(): Promise<string | undefined> {
  const page = globalThis as { unfocused?: WeakMap<Element, string> }
  page.unfocused ??= new WeakMap()
  const drawn = (element: Element): Element[] =>
    [
      element,
      element.nextElementSibling,
      element.parentElement,
      element.closest('.ant-select, .ant-input-number, .ant-input-affix-wrapper, .ant-checkbox-wrapper, .ant-mentions'),
    ].filter((each) => each !== null)
  const ringOf = (element: Element): string =>
    drawn(element)
      .map((each) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(each)
        const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
        return `${hasOutline ? `${outlineWidth} ${outlineColor}` : ''}|${boxShadow === 'none' ? '' : boxShadow}`
      })
      .join(' ')
  const isSeen = (ring: string): boolean => /[^| ]/.test(ring)
  const isOnScreen = (element: Element): boolean =>
    drawn(element).some((each) => {
      const { top, bottom, left, right, width, height } = each.getBoundingClientRect()
      return width > 0 && height > 0 && top < innerHeight && bottom > 0 && left < innerWidth && right > 0
    })
  const focused = document.activeElement
  for (const each of document.querySelectorAll('a, button, input, textarea, select, [tabindex]'))
    if (each !== focused && !page.unfocused.has(each)) page.unfocused.set(each, ringOf(each))
  if (!focused || focused === document.body) return undefined
  const flaw = (): string | undefined => {
    const ring = ringOf(focused)
    if (!isSeen(ring) || ring === page.unfocused?.get(focused)) return 'looks as it does without the focus'
    return isOnScreen(focused) ? undefined : 'lies outside the screen'
  }
  const end = performance.now() + 500
  while (flaw() && performance.now() < end) await new Promise((next) => requestAnimationFrame(next))
  const found = flaw()
  return found && `${focused.outerHTML.slice(0, 160)} ${found}`
}
