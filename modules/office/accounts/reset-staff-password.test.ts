import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { presetShopRoles } from '#office/roles'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { testDatabase } from '#test/database'
import { aShop } from '#test/goods'
import { createStaff, resetStaffPassword, signInWithPassword } from './index.ts'

const { db } = await testDatabase()
const ctx = await aShop(db)
await transaction(ctx, presetShopRoles)
const visitor = { ip: '203.0.113.7', userAgent: 'test' }

test('ORG-05 a password that is set anew ends every session, lets the old one in no more and opens a name that wrong guesses had locked', async () => {
  const userName = `mei-${newId().slice(-8)}`
  const [old, fresh] = ['harbour-2026', 'mountain-2027']
  const accountId = await transaction(ctx, (tx) =>
    createStaff(tx, { userName, displayName: 'Mei', password: old, roles: ['goods'] }),
  )
  const signIn = (password: string) => signInWithPassword(ctx, { kind: 'staff', userName, password, visitor })
  await signIn(old)
  for (let guesses = 0; guesses < 20; guesses++) await signIn('not this one').catch(() => {})
  await expect(signIn(old)).rejects.toMatchObject({ code: 'accounts.sign_in_locked' })

  await expect(resetStaffPassword(ctx, { accountId, password: 'short' })).rejects.toMatchObject({ kind: 'invalid' })
  await resetStaffPassword(ctx, { accountId, password: fresh })

  await expect(signIn(old)).rejects.toMatchObject({ code: 'accounts.sign_in_failed' })
  const sessions = () =>
    db
      .selectFrom('office.sessions')
      .select('token_hash')
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null)
      .execute()
  expect(await sessions()).toEqual([])
  await signIn(fresh)
  expect(await sessions()).toHaveLength(1)
  expect((await historyOf(ctx, accountId)).map(({ type }) => type)).toContain('account.password_reset')
})
