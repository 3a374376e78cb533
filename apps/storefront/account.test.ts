import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { publishPolicy } from '#office/privacy'
import { openShop } from '#office/shops'
import { aStorefront } from '#test/storefront'

const { db, ctx, home, cup, aBrowser, codeSentTo, aSignedUp } = await aStorefront()

test('ACC-01 a shopper signs up with name, password and a confirmed number, and what the guest chose goes along', async () => {
  const browser = aBrowser()
  await browser.get(`${home}/products/${cup.slug}`)
  const bought = await browser.post(`${home}/products/${cup.slug}`, {
    key: newId(),
    o0: '米白',
    quantity: '1',
    do: 'buy',
  })
  const guarded = await browser.get(bought.to!)

  expect([guarded.status, decodeURIComponent(guarded.to!)]).toEqual([
    302,
    `${home}/sign-in?next=${bought.to!.slice(home.length)}`,
  ])
  const { answer } = await aSignedUp(browser, bought.to!.slice(home.length))
  expect([answer.status, answer.to]).toEqual([303, bought.to])
  const checkout = await browser.get(bought.to!)
  expect(checkout.status).toBe(200)
  expect(checkout.text).toContain('米白')
})

test('ACC-01 a wrong code is named beside its field and what was typed stays', async () => {
  const browser = aBrowser()

  const answer = await browser.post(`${home}/sign-up`, {
    userName: 'carol',
    password: 'tea-in-the-morning',
    phone: '13600000001',
    code: '000000',
  })

  expect(answer.status).toBe(422)
  expect(answer.text).toContain('id="code-why"')
  expect(answer.text).toContain('value="13600000001"')
  expect(answer.text).not.toContain('tea-in-the-morning')
})

test('S18 a sign-in leads back into the shop and never anywhere else', async () => {
  for (const next of ['//evil.example', 'https://evil.example', '/\t/evil.example', '/sign-out']) {
    const { answer } = await aSignedUp(aBrowser(), next)
    expect(answer.to).toBe(`${home}/account`)
  }
})

test('S17 a form of a foreign page is refused', async () => {
  const answer = await aBrowser().post(
    `${home}/cart/clear`,
    {},
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  )
  expect(answer.status).toBe(403)
})

test('ACC-02 news is never ticked beforehand, and is chosen and dropped in the account', async () => {
  const { browser } = await aSignedUp()
  const isTicked = async () => /name="wantsNews"[^>]* checked/.test((await browser.get(`${home}/account/news`)).text)

  expect((await browser.get(`${home}/sign-up`)).text).not.toMatch(/wantsNews"[^>]* checked/)
  expect(await isTicked()).toBe(false)
  await browser.post(`${home}/account/news`, { wantsNews: 'yes' })
  expect(await isTicked()).toBe(true)
  await browser.post(`${home}/account/news`, {})
  expect(await isTicked()).toBe(false)
})

test('SEC-03 whoever signs up ticks the policies in force, reads them first, downloads the own data and closes the account', async () => {
  const now = Temporal.Now.instant()
  const platformId = await db
    .transaction()
    .execute((tx) => openShop(tx, now, { code: 'platform', name: '平台', nameEn: 'Platform', isDefault: true }))
  const version = await publishPolicy(
    { ...ctx, shopId: platformId, now },
    {
      kind: 'privacy',
      title: { zh: '隐私政策', en: 'Privacy policy' },
      body: { zh: '# 收集什么\n\n只要收货信息<b>', en: '# What\n\nOnly addresses' },
    },
  )
  const browser = aBrowser()
  const page = await browser.get(`${home}/policies/privacy`)
  expect(page.text).toContain('只要收货信息&lt;b&gt;')
  expect((await browser.get(`${home}/policies/terms`)).status).toBe(404)

  const phone = '13800771122'
  await browser.post(`${home}/sign-up`, { do: 'code', phone })
  const typed = {
    phone,
    code: await codeSentTo(phone),
    userName: 'buer_seven',
    password: 'tea-in-the-morning',
    'version.privacy': String(version),
  }
  expect((await browser.post(`${home}/sign-up`, typed)).text).toContain('请先阅读并勾选同意')
  expect((await browser.post(`${home}/sign-up`, { ...typed, agrees: 'yes' })).status).toBe(303)

  const account = await browser.get(`${home}/account/privacy`)
  expect(account.text).toContain('/api/v1/store/privacy/data')
  await browser.post(`${home}/account/privacy/close`, {})
  expect((await browser.get(`${home}/account/privacy`)).text).toContain('撤回注销')
  await browser.post(`${home}/account/privacy/stay`, {})
  expect((await browser.get(`${home}/account/privacy`)).text).toContain('申请注销')
})
