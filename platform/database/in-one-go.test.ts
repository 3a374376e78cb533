import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { inOneGo, transaction } from '#platform/database'
import { historyOf, publish } from '#platform/events'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()

const numbers = (tx: { db: typeof db }, text: string) =>
  sql<{ number: number }>`select ${text}::int as number`.execute(tx.db).then(({ rows }) => rows[0]!.number)

test('what is asked together is answered each by its own answer', async () => {
  const asked = Array.from({ length: 40 }, (_, number) => number)
  const answers = await transaction(aContext(db), (tx) => inOneGo(asked.map((number) => numbers(tx, `${number}`))))
  expect(answers).toEqual(asked)
})

test('when one fails its own fault is told, nobody asks any more, and nothing stays behind', async () => {
  const ctx = aContext(db)
  const id = newId()
  const tell = (tx: Parameters<typeof publish>[0]) => publish(tx, { type: 'test.happened', aggregate: 'test', id })
  const slowly = async (tx: Parameters<typeof publish>[0]) => {
    await new Promise((done) => setTimeout(done, 30))
    await tell(tx)
  }

  const failing = transaction(ctx, (tx) => inOneGo([tell(tx), numbers(tx, 'none'), tell(tx), slowly(tx)]))

  await expect(failing).rejects.toThrow('invalid input syntax for type integer')
  expect(await historyOf(ctx, id)).toEqual([])
  expect(await transaction(ctx, (tx) => numbers(tx, '1'))).toBe(1)
})

test('what comes at once on one connection is prepared once, also by who fails first', async () => {
  const alone = (text: string) =>
    transaction(aContext(db), (tx) => inOneGo([numbers(tx, text), numbers(tx, '7')])).catch(() => undefined)
  expect(await alone('x')).toBeUndefined()
  expect(await alone('5')).toEqual([5, 7])
})
