import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { transaction } from '#platform/database'
import { localFiles } from '#platform/files'
import { writeMessage } from '#platform/messages'
import { changeSetting } from '#platform/settings'
import { aContext, later } from '#test/context'
import { testDatabase } from '#test/database'
import { purgeServed } from './index.ts'

const { db } = await testDatabase()
const files = localFiles(mkdtempSync(join(tmpdir(), 'zhanggui retention ')))
const aShop = () => aContext(db, { outside: { files } })
const days = (count: number) => ({ hours: 24 * count })

const write = (ctx: ReturnType<typeof aShop>, purpose: 'service' | 'security') =>
  transaction(ctx, (tx) =>
    writeMessage(tx, {
      channel: 'sms',
      recipient: '13800138000',
      purpose,
      template: 'test',
      locale: 'zh',
      body: '代码 428913',
    }),
  )
const bodies = async ({ shopId }: ReturnType<typeof aShop>) =>
  (await db.selectFrom('platform.messages').select('body').where('shop_id', '=', shopId).orderBy('id').execute()).map(
    ({ body }) => body,
  )

test('a message is kept half a year unless the shop says otherwise, a code in it a day', async () => {
  const [shop, other] = [aShop(), aShop()]
  await write(shop, 'service')
  await write(shop, 'security')
  await write(other, 'service')
  await purgeServed(later(shop, { hours: 23 }))
  expect(await bodies(shop)).toEqual(['代码 428913', '代码 428913'])
  await purgeServed(later(shop, { hours: 25 }))
  expect(await bodies(shop)).toEqual(['代码 428913', '代码 ••••••'])
  await purgeServed(later(shop, days(179)))
  expect(await bodies(shop)).toHaveLength(2)
  await transaction(shop, (tx) => changeSetting(tx, 'retention.messageDays', 30))
  await purgeServed(later(shop, days(31)))
  expect([await bodies(shop), await bodies(other)]).toEqual([[], ['代码 428913']])
})

test('a notice goes when it was worked on long ago, one that nobody worked on stays', async () => {
  const shop = aShop()
  const notice = {
    shop_id: shop.shopId,
    provider: 'wechat',
    headers: '{}',
    body: Buffer.from('{}'),
    received_at: shop.now,
  }
  await db
    .insertInto('platform.inbox')
    .values([
      { ...notice, id: newId(), event_id: `done ${shop.shopId}`, processed_at: shop.now },
      { ...notice, id: newId(), event_id: `open ${shop.shopId}` },
    ])
    .execute()
  await purgeServed(later(shop, days(401)))
  const left = await db.selectFrom('platform.inbox').select('event_id').where('shop_id', '=', shop.shopId).execute()
  expect(left).toEqual([{ event_id: `open ${shop.shopId}` }])
})

test('an import’s file goes after ninety days with the cells that did not land, unless it was imported again; what was imported is still known', async () => {
  const shop = aShop()
  const [fileId, key] = [newId(), `imports/${shop.shopId}/goods`]
  await files.put(key, Buffer.from('a,b'))
  const file = { id: fileId, shop_id: shop.shopId, key, name: 'goods.csv', type: 'text/csv', size: 3 }
  await db
    .insertInto('platform.files')
    .values({ ...file, sha256: 'x', purpose: 'import', created_at: shop.now })
    .execute()
  const batch = {
    id: newId(),
    shop_id: shop.shopId,
    kind: 'products',
    file_id: fileId,
    file_name: 'goods.csv',
    mapping: '{}',
  }
  const times = { created_at: shop.now, finished_at: shop.now }
  const ended = { status: 'finished', dry_run: false, actor: '{}' }
  await db
    .insertInto('platform.imports')
    .values({ ...batch, ...times, ...ended, number: 'IM-1' })
    .execute()
  const cell = {
    import_id: batch.id,
    row: 2,
    position: 0,
    field: 'phone',
    code: 'accounts.phone_invalid',
    value: '138',
  }
  await db.insertInto('platform.import_failures').values(cell).execute()
  const cells = () =>
    db.selectFrom('platform.import_failures').select(['code', 'value']).where('import_id', '=', batch.id).execute()
  await purgeServed(later(shop, days(89)))
  expect((await files.get(key))?.toString()).toBe('a,b')

  const again = { ...batch, ...ended, id: newId(), number: 'IM-2', created_at: later(shop, days(90)).now }
  await db
    .insertInto('platform.imports')
    .values({ ...again, status: 'running', finished_at: null })
    .execute()
  await purgeServed(later(shop, days(91)))
  expect([(await files.get(key))?.toString(), await cells()]).toEqual(['a,b', [{ code: cell.code, value: '138' }]])
  await db.deleteFrom('platform.imports').where('id', '=', again.id).execute()

  await purgeServed(later(shop, days(91)))
  await purgeServed(later(shop, days(92)))
  expect([await files.get(key), await cells()]).toEqual([undefined, [{ code: cell.code, value: null }]])
  const row = await db
    .selectFrom('platform.files')
    .select(['name', 'discarded_at'])
    .where('id', '=', fileId)
    .executeTakeFirst()
  expect(row).toEqual({ name: 'goods.csv', discarded_at: later(shop, days(91)).now })
})
