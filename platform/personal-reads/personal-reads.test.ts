import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { transaction } from '#platform/database'
import { recordPersonalRead } from '#platform/personal-reads'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()
const ctx = aContext(db)
const look = (reason: string) =>
  transaction(ctx, (tx) => recordPersonalRead(tx, { subject: 'order', subjectIds: [newId()], reason }))
const kept = () => db.selectFrom('platform.personal_reads').select(['actor_name', 'reason']).execute()

test.each(['', '   ', '查件', ' abc '])(
  'SEC-04 a look at personal data without a reason is refused: “%s”',
  async (reason) => {
    await expect(look(reason)).rejects.toMatchObject({ code: 'personal_reads.reason_needed' })
  },
)

test('SEC-04 who looked and why is kept, and the database keeps it as it is', async () => {
  await look(' 买家来电 ')
  expect(await kept()).toEqual([{ actor_name: 'Lin', reason: '买家来电' }])
  await expect(sql`update platform.personal_reads set reason = 'another'`.execute(db)).rejects.toThrow()
  await expect(
    sql`insert into platform.personal_reads (id, shop_id, actor_kind, actor_name, subject, subject_id, reason, at)
    values (${newId()}, ${ctx.shopId}, 'staff', 'Mei', 'order', ${newId()}, 'abc', now())`.execute(db),
  ).rejects.toThrow('personal_reads_reason')
})
