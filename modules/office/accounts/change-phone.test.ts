import { expect, test } from 'vitest'
import type { Context } from '#platform/context'
import { listMessages } from '#platform/messages'
import { aContext, as, later } from '#test/context'
import { testDatabase } from '#test/database'
import {
  actorOf,
  changePhone,
  phoneOf,
  registerShopper,
  requestCode,
  sessionOf,
  signInWithCode,
  signInWithPassword,
} from './index.ts'
import type { CodePurpose } from './model.ts'

const { db } = await testDatabase()
const password = 'tea-in-the-morning'
let last = 0
const aPhone = () => `139${String(20_000_000 + ++last)}`
const guest = () => aContext(db, { actor: { kind: 'guest', id: null, name: 'guest', permissions: new Set() } })

async function aCode(ctx: Context, phone: string, purpose: CodePurpose): Promise<string> {
  await requestCode(ctx, { phone, purpose })
  const { rows } = await listMessages(ctx, {})
  return /\d{6}/.exec(rows.find((one) => one.recipient === `+86${phone}`)!.body)![0]
}

async function aRegistered() {
  const [ctx, phone, userName] = [guest(), aPhone(), `ann_${++last}`]
  const code = await aCode(ctx, phone, 'register')
  const { account, token } = await registerShopper(ctx, { userName, password, phone, code })
  return { ctx, phone, userName, token, shopper: as(ctx, actorOf(account)), id: account.id }
}

test('ACC-01 a shopper with a password moves to another number, and only that one opens the account from then on', async () => {
  const { ctx, phone, token, shopper, id, userName } = await aRegistered()
  const next = aPhone()
  const code = await aCode(shopper, next, 'change_phone')

  await expect(changePhone(shopper, { phone: next, code, current: 'wrong-password' })).rejects.toMatchObject({
    code: 'accounts.password_wrong',
  })
  await expect(changePhone(shopper, { phone: next, code: '000000', current: password })).rejects.toMatchObject({
    details: { field: 'code' },
  })
  const signedIn = await changePhone(shopper, { phone: next, code, current: password })

  expect(await phoneOf(ctx, id)).toBe(`+86${next}`)
  expect([await sessionOf(db, token, ctx.now), (await sessionOf(db, signedIn.token, ctx.now))?.accountId]).toEqual([
    undefined,
    id,
  ])
  expect((await signInWithPassword(ctx, { kind: 'shopper', userName: next, password })).account.userName).toBe(userName)
  await expect(signInWithPassword(ctx, { kind: 'shopper', userName: phone, password })).rejects.toMatchObject({
    code: 'accounts.sign_in_failed',
  })
  await expect(changePhone(shopper, { phone: aPhone(), code, current: password })).rejects.toMatchObject({
    code: 'accounts.code_wrong',
  })
})

test('ACC-01 without a password the number so far has to agree, and a number that has an account is not taken', async () => {
  const [ctx, phone, next] = [guest(), aPhone(), aPhone()]
  const { account } = await signInWithCode(ctx, { phone, code: await aCode(ctx, phone, 'sign_in') })
  const shopper = as(ctx, actorOf(account))
  const code = await aCode(shopper, next, 'change_phone')

  await expect(changePhone(shopper, { phone: next, code })).rejects.toMatchObject({ details: { field: 'oldCode' } })
  const soon = later(shopper, { minutes: 2 })
  const oldCode = await aCode(soon, phone, 'change_phone')
  await expect(changePhone(soon, { phone: next, code, oldCode: '000000' })).rejects.toMatchObject({
    code: 'accounts.old_code_wrong',
  })
  await changePhone(soon, { phone: next, code, oldCode })
  expect(await phoneOf(ctx, account.id)).toBe(`+86${next}`)

  const other = await aRegistered()
  const theirs = later(other.shopper, { minutes: 4 })
  const taken = await aCode(theirs, next, 'change_phone')
  await expect(changePhone(theirs, { phone: next, code: taken, current: password })).rejects.toMatchObject({
    code: 'accounts.phone_taken',
  })
  expect(await phoneOf(ctx, account.id)).toBe(`+86${next}`)
})
