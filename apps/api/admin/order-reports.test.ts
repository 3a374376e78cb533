import { expect, test } from 'vitest'
import { permissions } from '#model/office/roles'
import { createServer } from '#platform/http'
import { openLog } from '#platform/log'
import { commentOrder } from '#sales/desk'
import { aCaringShop, aReturn, aShippedOrder } from '#test/cases'
import { lin } from '#test/context'
import { testDatabase } from '#test/database'
import { houseTexts } from '../../texts.ts'
import { orderReportRoutes } from './order-reports.ts'

const { db } = await testDatabase()

test('ORD-19 the report of a sale holds its customer, its money, its return and its refund, and can be downloaded', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const returned = await aReturn(shop, { of: sold, status: 'settled' })
  await commentOrder(shop.ctx, { orderId: sold.order.id, words: '老客户，礼貌些' })
  const server = createServer({
    log: openLog({ level: 'silent' }),
    publicUrl: 'http://shop.test',
    version: 'test',
    texts: houseTexts,
    identify: async () => ({
      actor: { ...lin, permissions: new Set(permissions) },
      shopId: shop.ctx.shopId,
      locale: 'zh',
    }),
    contextFor: ({ actor }, origin) => ({ ...shop.ctx, actor, origin }),
  })
  orderReportRoutes(server)
  const url = `/api/v1/admin/orders/${sold.order.id}/report`
  const report = (await server.inject({ method: 'GET', url })).json()

  expect(report.recipient.name).toMatch(/^.\*\*$/)
  expect(report.cases).toMatchObject([{ id: returned.id, status: 'settled' }])
  expect(report.refunds).toMatchObject([{ status: 'succeeded', amount: report.money.refunded }])
  expect(report.money.kept.minor).toBe(report.money.paid.minor - report.money.refunded.minor)
  expect(report.history.map(({ type }: { type: string }) => type)).toContain('order.refunded')
  expect(report.history.map(({ type }: { type: string }) => type)).not.toContain('order.commented')
  expect(report.finishedAt).toBeNull()

  const sheet = await server.inject({ method: 'GET', url: `${url}.csv` })
  expect(sheet.headers['content-type']).toContain('text/csv')
  for (const part of [sold.order.number, returned.number, report.refunds[0].number]) expect(sheet.body).toContain(part)
  await server.close()
})
