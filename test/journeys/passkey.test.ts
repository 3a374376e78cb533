import { type Page, expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { say } from '#kernel/text'
import { secondFactorsOf } from '#office/accounts'
import { openBrowser } from '#test/chromium'
import { runningHouse } from '#test/running-house'
import { staffPassword } from '#test/small-shop'
import { frameText } from '../../apps/console/src/frame/text.ts'
import { accountText } from '../../apps/console/src/pages/account-text.ts'
import { staffText } from '../../apps/console/src/pages/office/staff-text.ts'
import { sessionsText } from '../../apps/console/src/pages/sessions-text.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse({ host: 'localhost' })
const browser = await openBrowser()
afterAll(() => browser.close())

const frame = (key: string) => say(frameText, 'zh', key)
const own = (key: string) => say(accountText, 'zh', key)
const sessions = (key: string) => say(sessionsText, 'zh', key)
const team = (key: string, values?: object) => say(staffText, 'zh', key, { ...values })

/** A security key that is always touched, plugged into the page's browser. */
async function plugIn(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'usb', automaticPresenceSimulation: true, isUserVerified: true },
  })
}

async function signIn(page: Page, userName: string, password: string): Promise<void> {
  await page.getByLabel(frame('sign-in.user')).fill(userName)
  await page.getByLabel(frame('sign-in.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: frame('sign-in.go'), exact: true }).click()
}

test('SEC-04 ORG-05: finance adds a security key, signs in with a touch, and gives the key up', async () => {
  const { page, press, confirms } = await aMember(browser, house, 'finance', { path: '/account' })
  await plugIn(page)
  await press(own('factor.add-passkey'))
  await page.getByRole('dialog').getByLabel(frame('passkey.name')).fill('蓝色密钥')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: frame('passkey.add') })
    .click()
  await page.getByRole('button', { name: frame('set-up.kept') }).click()
  await see(page.getByText('蓝色密钥')).toBeVisible()

  await page.getByRole('button', { name: frame('sign-out') }).click()
  await signIn(page, 'finance', staffPassword)
  await page.getByRole('button', { name: frame('passkey.prove') }).click()
  await see(page.getByRole('button', { name: frame('sign-out') })).toBeVisible()
  await page.goto('/console/account')
  await see(page.getByText('蓝色密钥')).toBeVisible()

  await press(own('factor.remove'))
  await confirms({ [own('password')]: staffPassword })
  await see(page.getByText(own('factor.none'))).toBeVisible()
  expect(await secondFactorsOf(house.ctx, (await staffId('finance'))!)).toEqual([])
})

test('ORG-05: the owner hands a temporary password over, and whoever gets it chooses their own', async () => {
  const owner = await aMember(browser, house, 'owner', { path: '/staff' })
  const row = owner.page.getByRole('row').filter({ hasText: 'goods' })
  await row.getByRole('button', { name: team('password.reset') }).click()
  await owner.page
    .getByRole('dialog')
    .getByRole('button', { name: frame('confirm'), exact: true })
    .click()
  const given = owner.page.getByLabel(team('given.password'), { exact: true })
  const password = (await given.textContent())!.trim()

  const page = await (await browser.newContext({ baseURL: house.url, locale: 'zh-CN' })).newPage()
  await page.goto('/console')
  await signIn(page, 'goods', password)
  await page.getByLabel(frame('password.new')).fill('chosen-by-myself')
  await page.getByRole('button', { name: frame('first-password.go') }).click()
  await see(page.getByRole('button', { name: frame('sign-out') })).toBeVisible()
})

test('ACC-04 ORG-05: a member signs out a forgotten phone, and the owner signs the member out', async () => {
  const desk = await aMember(browser, house, 'service', { path: '/account' })
  const phone = await aMember(browser, house, 'service', { path: '/account' })
  const devices = desk.page.locator('.ant-card').filter({ hasText: sessions('title') })
  await desk.page.reload()
  await see(devices.getByText(sessions('this'))).toBeVisible()
  await devices.getByRole('button', { name: sessions('end.others') }).click()
  await desk.confirms()
  await see(devices.getByRole('button', { name: sessions('end') })).toHaveCount(2)
  await phone.page.reload()
  await see(phone.page.getByLabel(frame('sign-in.user'))).toBeVisible()

  const owner = await aMember(browser, house, 'owner', { path: '/staff' })
  const row = owner.page.getByRole('row').filter({ hasText: 'service' })
  await row.getByRole('button', { name: sessions('of'), exact: true }).click()
  await owner.press(sessions('of.end-all'))
  await owner.page
    .getByRole('dialog')
    .last()
    .getByRole('button', { name: frame('confirm'), exact: true })
    .click()
  await see(owner.page.getByText(sessions('of.none'))).toBeVisible()
  await desk.page.reload()
  await see(desk.page.getByLabel(frame('sign-in.user'))).toBeVisible()
})

const staffId = async (userName: string) =>
  (
    await house.house.db
      .selectFrom('office.accounts')
      .select('id')
      .where('kind', '=', 'staff')
      .where('user_name', '=', userName)
      .executeTakeFirst()
  )?.id as NonNullable<typeof house.ctx.actor.id> | undefined
