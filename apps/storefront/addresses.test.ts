import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { transaction } from '#platform/database'
import { saveFreightRule } from '#supply/shipping'
import { aStorefront } from '#test/storefront'

const { ctx, home, aSignedUp } = await aStorefront()

test('ACC-04 addresses are added step by step without JavaScript, changed and removed', async () => {
  const { browser } = await aSignedUp()
  const address = `${home}/account/addresses/new`
  const typed = { key: newId(), name: '安小姐', phone: '13800138000', street: '文三路 90 号' }

  const cities = await browser.post(address, { ...typed, do: 'region', province: '33' })
  expect(cities.text).toContain('杭州市')
  const districts = await browser.post(address, { ...typed, do: 'region', province: '33', city: '3301' })
  expect(districts.text).toContain('西湖区')
  expect(districts.text).toContain('value="安小姐"')
  const incomplete = await browser.post(address, { ...typed, province: '33', city: '3301', districtCode: '' })
  expect([incomplete.status, incomplete.text.includes('region-why')]).toEqual([422, true])
  const saved = await browser.post(address, {
    ...typed,
    key: newId(),
    province: '33',
    city: '3301',
    districtCode: '330106',
  })
  expect(saved.status).toBe(303)
  const book = await browser.get(`${home}/account/addresses`)
  expect(book.text).toContain('浙江省 杭州市 西湖区 文三路 90 号')
  const id = /addresses\/([0-9a-f-]{36})\/remove/.exec(book.text)![1]
  await browser.post(`${home}/account/addresses/${id}/remove`, {})
  expect((await browser.get(`${home}/account/addresses`)).text).toContain('还没有收货地址')
})

test('ACC-04 an address abroad is asked for in the form of its country, and says in the visitor’s language what is wrong with it', async () => {
  const { browser } = await aSignedUp()
  const address = `/en${home}/account/addresses/new`
  expect((await browser.get(address)).text).not.toContain('name="country"')
  const goesTo = {
    provinces: ['GB'],
    firstGrams: 1_000,
    firstFee: money(16_800),
    stepGrams: 500,
    stepFee: money(3_000),
  }
  await transaction(ctx, (tx) =>
    saveFreightRule(tx, { ...goesTo, name: '英国', carrier: 'ZTO', reachable: true, freeFrom: null, priority: 200 }),
  )
  expect((await browser.get(address)).text).toContain('United Kingdom')

  const form = await browser.post(address, { key: newId(), country: 'GB', do: 'region', name: 'Ann Lee' })
  for (const part of ['Postcode', 'Town', 'Street address', 'value="Ann Lee"']) expect(form.text).toContain(part)
  expect(form.text).not.toContain('name="districtCode"')
  const typed = { country: 'GB', name: 'Ann Lee', phone: '020 7946 0958', street: '10 Long Lane', town: 'London' }
  const refused = await browser.post(address, { ...typed, key: newId(), postcode: '1234' })
  expect([refused.status, refused.text.includes('This is no postcode there')]).toEqual([422, true])

  expect((await browser.post(address, { ...typed, key: newId(), postcode: 'EC1A 9HF' })).status).toBe(303)
  const book = (await browser.get(`/en${home}/account/addresses`)).text
  expect(book).toContain('+44 20 7946 0958')
  expect(book).toMatch(/10 Long Lane<br\s*\/?>London<br\s*\/?>EC1A 9HF<br\s*\/?>United Kingdom/)
})

test('ACC-04 a pasted address fills the form, and what it does not say stays to be filled in', async () => {
  const { browser } = await aSignedUp()
  const address = `${home}/account/addresses/new`
  const paste = (text: string) => browser.post(address, { key: newId(), do: 'read', paste: text, street: '旧内容' })

  const read = await paste('张三 13800000000 浙江省杭州市西湖区文三路 1 号')
  for (const filled of ['value="张三"', 'value="13800000000"', 'value="文三路 1 号"', '已按粘贴的内容填写'])
    expect(read.text).toContain(filled)
  expect(read.text).toMatch(/value="330106"[^>]*selected|selected[^>]*value="330106"/)

  const part = await paste('张三 13800000000 江苏鼓楼区中山路 1 号')
  expect(part.text).toContain('请把空着的补上')
  const nothing = await paste('你好')
  expect([nothing.status, nothing.text.includes('没有认出地址或电话')]).toEqual([422, true])
  expect(nothing.text).toContain('value="旧内容"')
})
