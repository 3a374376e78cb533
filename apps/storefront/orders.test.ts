import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { fieldOf as field } from '#test/forms'
import { aStorefront } from '#test/storefront'

const { shop, code, home, aSignedUp, aBought } = await aStorefront()

test('ORD-16 ORD-17 AFS-16 the buyer follows an order to the door, is told to look before signing, and confirms receipt; nobody else sees it', async () => {
  const { browser, order } = await aBought('delivered')
  const stranger = await aSignedUp()

  const page = await browser.get(`${home}/orders/${order.id}`)
  for (const part of ['已签收', order.number, 'signed', '文三路 90 号', '签收前请当面验货', '确认收货'])
    expect(page.text).toContain(part)
  expect((await stranger.browser.get(`${home}/orders/${order.id}`)).status).toBe(404)
  expect((await stranger.browser.post(`${home}/orders/${order.id}/receive`, {})).status).toBe(404)
  const list = (await browser.get(`${home}/orders?q=${encodeURIComponent('粗陶')}`)).text
  expect(list).toContain(order.number)
  for (const action of ['确认收货', '查看物流', '申请售后', '延长收货', '再次购买']) expect(list).toContain(action)
  expect((await browser.get(`${home}/orders?q=nothing`)).text).toContain('没有找到“nothing”')
  await browser.post(`${home}/orders/${order.id}/extend`, {})
  expect((await browser.get(`${home}/orders/${order.id}`)).text).toContain('您已延长收货')
  expect((await stranger.browser.get(`${home}/orders`)).text).not.toContain(order.number)
  const received = await browser.post(`${home}/orders/${order.id}/receive`, {})
  expect(received.to).toBe(`${home}/orders/${order.id}?done=received`)
  expect((await browser.get(received.to!)).text).toContain('已确认收货，谢谢。')
  const toReview = (await browser.get(`${home}/orders?tab=to_review`)).text
  expect(toReview).toContain(order.number)
  expect(toReview).toContain(`/orders/${order.id}/review`)
})

test('ORD-10 an order is cancelled on its page with a reason', async () => {
  const { browser, order } = await aBought('paid')

  await browser.post(`${home}/orders/${order.id}/cancel`, { reason: 'ordered_twice' })
  await shop.tell()

  expect((await browser.get(`${home}/orders/${order.id}`)).text).toMatch(/退款中|已取消|已退款/)
})

test('AFS-02 the buyer applies for a return in two steps, sees what it gives back and its clock, and may withdraw', async () => {
  const { browser, order } = await aBought('delivered')
  const here = `${home}/orders/${order.id}/return`
  const page = await browser.get(here)
  const lineId = field(page.text, 'line')
  const wish = { kind: 'return', [`quantity.${lineId}`]: '1', do: 'check' }

  const nothing = await browser.post(here, { ...wish, key: newId(), reason: 'damaged' })
  expect([nothing.status, nothing.text.includes('请选择要退的商品')]).toEqual([422, true])
  const silent = await browser.post(here, { ...wish, key: newId(), line: lineId, reason: 'other' })
  expect(silent.text).toContain('id="description-why"')
  const complete = { ...wish, key: newId(), line: lineId, reason: 'damaged', description: '碗口有裂纹' }
  const check = await browser.post(here, complete)
  for (const part of ['预计退款', '120', '原路退回：微信支付', '碗口有裂纹', '返回修改'])
    expect(check.text).toContain(part)
  expect((await browser.get(`${home}/cases`)).text).toContain('没有售后记录')
  const applied = await browser.post(here, { ...complete, do: 'send' })
  expect(applied.to).toMatch(/\/cases\/[0-9a-f-]{36}\?done=applied$/)
  expect((await browser.post(here, { ...complete, do: 'send' })).to).toBe(applied.to)
  const found = await browser.get(applied.to!)
  for (const part of ['待审核', '碗口有裂纹', '商品破损', '前处理', '原路退回 微信支付'])
    expect(found.text).toContain(part)
  await browser.post(applied.to!.replace(/\?.*/, ''), { do: 'withdraw' })
  expect((await browser.get(`${home}/cases`)).text).toContain('已撤销')
})

test('AFS-02 S19 evidence is taken as pictures that can be drawn and kept without what their file said; anything else is refused, and another’s order is not found', async () => {
  const { browser, order } = await aBought('delivered')
  const stranger = await aSignedUp()
  const here = `${home}/orders/${order.id}/return`
  const lineId = field((await browser.get(here)).text, 'line')
  const wish = {
    kind: 'return',
    [`quantity.${lineId}`]: '1',
    line: lineId,
    reason: 'damaged',
    description: 'x',
    do: 'check',
  }
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#963' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'where-it-was-taken' } })
    .toBuffer()

  for (const [name, bytes] of [
    ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a.png', Buffer.from('<html><script>alert(1)</script>')],
    ['a.jpg', photo.subarray(0, 60)],
    ['../../a.php', Buffer.from('<?php system($_GET[0]);')],
  ] as const) {
    const refused = await browser.upload(here, { ...wish, key: newId() }, { pictures: { name, bytes } })
    expect([name, refused.status, /role="alert"/.test(refused.text)]).toEqual([name, 422, true])
  }
  const many = Array.from({ length: 13 }, (_, at) => ({ name: `${at}.jpg`, bytes: photo }))
  const tooMany = await browser.upload(here, { ...wish, key: newId(), description: '碗口有裂纹' }, { pictures: many })
  expect(tooMany.status).toBe(422)
  for (const part of ['id="pictures-why"', '一次最多上传 12 张图片', '碗口有裂纹']) expect(tooMany.text).toContain(part)
  const check = await browser.upload(here, { ...wish, key: newId() }, { pictures: { name: 'a.jpg', bytes: photo } })
  const pictureId = field(check.text, 'picture')
  expect([check.status, pictureId]).toEqual([200, expect.stringMatching(/^[0-9a-f-]{36}$/)])
  const shown = await browser.get(`/pictures/${pictureId}/480.webp`, { 'x-shop': code })
  expect(shown.text).not.toContain('where-it-was-taken')
  const left = await browser.post(here, { ...wish, key: newId(), picture: pictureId, without: pictureId })
  expect(field(left.text, 'picture')).toBe('')
  for (const answer of [
    await stranger.browser.upload(here, { ...wish, key: newId() }, { pictures: { name: 'a.jpg', bytes: photo } }),
    await stranger.browser.get(here),
  ])
    expect(answer.status).toBe(404)
})

test('ORD-21 CHK-02 the buyer reads what the shop told, and asks for an invoice with a name that is kept; a wrong tax number is named', async () => {
  const { browser, order } = await aBought('delivered')
  const stranger = await aSignedUp()

  expect((await browser.get(`${home}/account`)).text).toMatch(/条未读/)
  const messages = await browser.get(`${home}/account/messages`)
  for (const part of ['已发货', '新', `/orders?q=${order.number}`]) expect(messages.text).toContain(part)
  expect((await browser.get(`${home}/account`)).text).not.toMatch(/条未读/)
  expect((await stranger.browser.get(`${home}/account/messages`)).text).not.toContain(order.number)

  const here = `${home}/orders/${order.id}/invoice`
  const company = { kind: 'company', title: '半日闲有限公司', taxNumber: '91350100M000100Y44' }
  const wrong = await browser.post(here, company)
  expect([wrong.status, wrong.text.includes('id="taxNumber-why"')]).toEqual([422, true])
  await browser.post(here, { ...company, taxNumber: '91350100M000100Y43' })
  expect((await browser.get(here)).text).toMatch(/已申请的抬头.*91350100M000100Y43/s)
  expect((await browser.get(`${home}/account/invoices`)).text).toContain('半日闲有限公司')
  expect((await stranger.browser.get(here)).status).toBe(404)
  expect((await stranger.browser.post(here, { kind: 'personal', title: 'Bob' })).status).toBe(404)
})
