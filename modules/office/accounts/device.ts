import { type Locale, say } from '#kernel/text'
import { accountsText } from './text.ts'

/** In the order in which they are looked for: a browser also names those it descends from. */
const browsers: readonly [mark: RegExp, name: string][] = [
  [/MicroMessenger\//, 'WeChat'],
  [/AlipayClient\//, 'Alipay'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/(OPR|Opera)\//, 'Opera'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/Version\/[\d.]+.*Safari\//, 'Safari'],
]

const devices: readonly [mark: RegExp, name: string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

const named = (agent: string, known: readonly [RegExp, string][]): string | undefined =>
  known.find(([mark]) => mark.test(agent))?.[1]

/** A browser and its device as people know them, `Chrome · Windows`, read from what the browser says of itself. */
export function deviceText(userAgent: string, locale: Locale): string {
  const browser = named(userAgent, browsers)
  const parts = [browser && nameOf(browser, locale), named(userAgent, devices)].filter(Boolean)
  return parts.join(' · ') || say(accountsText, locale, 'accounts.unknown_device')
}

const nameOf = (browser: string, locale: Locale): string => {
  const key = `accounts.browser.${browser.toLowerCase()}`
  return key in accountsText ? say(accountsText, locale, key) : browser
}
