import type { Problem, SettingsReader } from './settings-reader.ts'

interface Accounts {
  readonly publicUrl: string
  readonly wechatPay?: { readonly baseUrl: string }
  readonly alipay?: { readonly baseUrl: string }
  readonly stripe?: { readonly baseUrl: string; readonly secretKey: string }
  readonly kdniao?: { readonly baseUrl: string }
}

/**
 * Test and live worlds are kept apart: on a public address an account of a provider's test world would give goods away for nothing, and
 * on this machine a live key would take money for tries. `TEST_ACCOUNTS=yes` allows the first, for a site that is only tried out.
 */
export function checkWorlds(settings: SettingsReader, accounts: Accounts): void {
  const mayTest = settings.oneOf('TEST_ACCOUNTS', ['yes', 'no'] as const) === 'yes'
  const { publicUrl, wechatPay, alipay, stripe, kdniao } = accounts
  if (isLocal(publicUrl)) {
    if (stripe && /^[sr]k_live_/.test(stripe.secretKey)) settings.problems.push(liveAtHome)
    return
  }
  if (mayTest) return
  if (stripe && /^[sr]k_test_/.test(stripe.secretKey)) settings.problems.push(testInPublic('STRIPE_SECRET_KEY'))
  const named = {
    WECHAT_PAY_BASE_URL: wechatPay,
    ALIPAY_BASE_URL: alipay,
    STRIPE_BASE_URL: stripe,
    KDNIAO_BASE_URL: kdniao,
  }
  for (const [name, account] of Object.entries(named))
    if (account && isTestAddress(account.baseUrl)) settings.problems.push(testInPublic(name))
}

const liveAtHome: Problem = {
  name: 'STRIPE_SECRET_KEY',
  valid: 'a test key (sk_test_…) as long as PUBLIC_URL is this machine',
}
const testInPublic = (name: string): Problem => ({
  name,
  valid: 'of the live world on a public address; TEST_ACCOUNTS=yes allows the test world, which takes no money',
})

const isLocal = (publicUrl: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname)

/** Without TLS, or an address that providers give to their test worlds: openapi-sandbox.dl.alipaydev.com, sandboxapi.kdniao.com. */
function isTestAddress(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl)
  return protocol !== 'https:' || /sandbox|alipaydev/.test(hostname)
}
