import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '#platform/context'
import { createServer } from '#platform/http'
import { openLog } from '#platform/log'
import { startPayment } from '#sales/orders'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, type SellingShop } from '#test/orders'
import { carrierPushRoutes } from './carriers.ts'
import { paymentNoticeRoutes } from './payments.ts'
import { mostUnproven } from './unproven.ts'

const { db } = await testDatabase()
let shop: SellingShop
let seconds = 0
let verified = 0
const server = createServer({
  log: openLog({ level: 'silent' }),
  publicUrl: 'http://127.0.0.1',
  version: 'test',
  texts: {},
  identify: async () => ({ actor: systemActor('guest'), shopId: shop.ctx.shopId, locale: 'zh' }),
  contextFor: (_, origin) => {
    const { now, outside } = later(shop.ctx, { seconds })
    const desk = {
      ...shop.gateway,
      parseNotice: (...notice: Parameters<typeof shop.gateway.parseNotice>) => {
        verified += 1
        return shop.gateway.parseNotice(...notice)
      },
    }
    return { ...shop.ctx, origin, now, outside: { ...outside, payments: { names: ['wechat'], of: () => desk } } }
  },
})
beforeAll(async () => {
  shop = await aSellingShop(db)
  await server.after()
  paymentNoticeRoutes(server)
  carrierPushRoutes(server)
  await server.ready()
})

const url = '/api/v1/provider/payments/wechat/notices'
const send = async (remoteAddress: string, headers: Record<string, string>, payload: Buffer) => {
  const { statusCode, headers: answered } = await server.inject({
    method: 'POST',
    url,
    remoteAddress,
    headers,
    payload,
  })
  return { status: statusCode, retryAfter: answered['retry-after'] }
}
const forge = (index: number) => send('203.0.113.9', { signature: 'made up' }, Buffer.from(`{"eventId":"${index}"}`))
const kept = async () =>
  (await db.selectFrom('platform.inbox').select('id').where('provider', '=', 'forged').execute()).length

test('S29 of 500 messages a second that prove nothing 50 are looked at, the rest is turned away unread; genuine ones of others pass, and the sender is heard again a second later', async () => {
  const { order, buyer } = await anOrder(shop)
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.pay(number)
  const { headers, body } = shop.gateway.noticeOf(number)

  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => forge(index)))
  for (let index = 50; index < 500; index++) answers.push(await forge(index))
  const [looked, turnedAway] = [401, 429].map((status) => answers.filter((answer) => answer.status === status))
  expect([looked!.length, turnedAway!.length, verified]).toEqual([mostUnproven, 450, mostUnproven])
  expect(turnedAway![0]!.retryAfter).toBe('1')
  expect(await kept()).toBe(mostUnproven)

  const genuine = await Promise.all(Array.from({ length: 60 }, () => send('198.51.100.7', headers, body)))
  expect(new Set(genuine.map(({ status }) => status))).toEqual(new Set([200]))
  seconds = 1
  expect((await forge(500)).status).toBe(401)
})
