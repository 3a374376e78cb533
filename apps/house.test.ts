import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { openLog } from '#platform/log'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { openHouse } from './house.ts'

const { db, url } = await testDatabase()

test('F02 a provider is heard while shoppers hold every connection', async () => {
  const ctx = aContext(db)
  const house = openHouse({
    databaseUrl: url,
    secret: Buffer.alloc(32, 7),
    outside: ctx.outside,
    log: openLog({ level: 'silent' }),
    maxConnections: 1,
    poolWaitMillis: 50,
  })
  const visitor = { actor: ctx.actor, shopId: newId<'Shop'>(), locale: 'zh' } as const
  const ask = (isCallback: boolean) =>
    house
      .contextFor({ ...visitor, isCallback }, 'test')
      .db.selectFrom('office.shops')
      .select('id')
      .execute()

  await house.db.transaction().execute(async () => {
    await expect(ask(false)).rejects.toThrow('timeout exceeded when trying to connect')
    await expect(ask(true)).resolves.toBeDefined()
  })
  await house.close()
})
