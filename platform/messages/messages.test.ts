import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { tellWaiting } from '#platform/events'
import {
  aliyunSms,
  listMessages,
  type MessageSenders,
  messageClockJobs,
  messageListeners,
  type NewMessage,
  registerMarketingConsent,
  retryMessages,
  smtpSender,
  writeMessage,
} from '#platform/messages'
import { aContext, later } from '#test/context'
import { testDatabase } from '#test/database'
import { startSmtpServer } from '#test/smtp-server'
import { signatureOf } from './aliyun-sms.ts'

const { db } = await testDatabase()
const mail = await startSmtpServer({ user: 'shop', password: 'geheim' })
afterAll(() => mail.stop())

const smtp = {
  host: '127.0.0.1',
  port: mail.port,
  secure: false,
  user: 'shop',
  password: 'geheim',
  from: 'Shop <shop@example.com>',
}
const letter: NewMessage = {
  channel: 'email',
  recipient: 'ann@example.com',
  purpose: 'service',
  template: 'order.paid',
  locale: 'zh',
  subject: '订单已付款',
  body: '您的订单已付款，谢谢。',
}
const code: NewMessage = {
  ...letter,
  channel: 'sms',
  recipient: '+8613800138000',
  purpose: 'security',
  template: 'accounts.code.sign_in',
  subject: undefined,
  body: '验证码 428913，10 分钟内有效',
  values: { code: '428913', minutes: 10 },
}

function aHouse(senders?: MessageSenders): Context {
  const ctx = aContext(db)
  return { ...ctx, outside: { ...ctx.outside, senders } }
}
const write = (ctx: Context, message: NewMessage) => transaction(ctx, (tx) => writeMessage(tx, message))
const tell = (ctx: Context) => tellWaiting(ctx, messageListeners)
const newest = async (ctx: Context) => (await listMessages(ctx, { limit: 1 })).rows[0]!

/** A server that speaks as Aliyun SMS does, and answers with these codes one after the other, then `OK`. */
async function startAliyun(...codes: string[]) {
  const heard: URLSearchParams[] = []
  const server = createServer(async (request, response) => {
    heard.push(new URLSearchParams(await text(request)))
    const Code = codes.shift() ?? 'OK'
    response
      .writeHead(Code === 'OK' ? 200 : 400)
      .end(JSON.stringify({ Code, Message: Code, BizId: `biz-${heard.length}` }))
  })
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  afterAll(() => server.close())
  const settings = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accessKeyId: 'LTAI5t',
    accessKeySecret: 'geheim',
    signName: '半日闲',
    templates: { 'accounts.code.sign_in': 'SMS_15305568' },
  }
  return { heard, sms: aliyunSms(settings) }
}

test('without a provider a message stays in the outbox, and is not sent when one comes later', async () => {
  const ctx = aHouse()
  await write(ctx, letter)
  await tell(ctx)
  expect(await newest(ctx)).toMatchObject({ status: 'kept', recipient: 'ann@example.com' })
  const [before, withMail] = [mail.taken.length, { ...ctx, outside: aHouse({ email: smtpSender(smtp) }).outside }]
  expect(await retryMessages(withMail, [(await newest(ctx)).id])).toBe(0)
  await tell(withMail)
  expect(mail.taken.length).toBe(before)
})

test('an e-mail reaches the mail server once, with its subject, its text and an id that a repeat would bear too', async () => {
  const ctx = aHouse({ email: smtpSender(smtp) })
  await write(ctx, { ...letter, dedupeKey: 'once' })
  await write(ctx, { ...letter, dedupeKey: 'once' })
  await tell(ctx)
  const { id, ...sent } = await newest(ctx)
  expect(sent).toMatchObject({ status: 'sent', sentAt: expect.anything(), lastError: null })
  const letters = mail.taken.filter((each) => each.includes(id))
  expect(letters).toHaveLength(1)
  expect(letters[0]).toContain(`Message-ID: <${id}@example.com>`)
  expect(letters[0]).toContain('To: ann@example.com')
  expect(letters[0]).toContain(`=?UTF-8?B?${Buffer.from('订单已付款').toString('base64')}?=`)
})

test('C22 what waited while the mail server was away for an hour leaves by the clock when it is back, fifty at a time, each once', async () => {
  const left: string[] = []
  let isAway = true
  const send = async ({ id }: { id: string }) => {
    if (isAway) throw new Error('421 closed for an hour')
    left.push(id)
    return `provider ${id}`
  }
  const ctx = aHouse({ email: { send } })
  for (let count = 0; count < 60; count++) await write(ctx, letter)
  await expect(tell(ctx)).rejects.toThrow('closed for an hour')
  const sendWaiting = (minutes: number) => messageClockJobs[0]!.run(later(ctx, { minutes }))

  await sendWaiting(40)
  expect(left).toEqual([]) // their own jobs are still at it
  await expect(sendWaiting(50)).rejects.toThrow('50 of 50 failed')
  isAway = false
  for (const minutes of [60, 70, 80]) await sendWaiting(minutes)

  expect([left.length, new Set(left).size]).toEqual([60, 60])
})

test('a mailbox that does not exist is not tried again; a busy server and a wrong password are', async () => {
  const ctx = aHouse({ email: smtpSender(smtp) })
  mail.noes.push('550 no such mailbox')
  await write(ctx, letter)
  await tell(ctx)
  expect(await newest(ctx)).toMatchObject({ status: 'failed', lastError: 'the mail server refused it: 550' })
  expect(await retryMessages(ctx, [(await newest(ctx)).id])).toBe(1)
  await tell(ctx)
  expect(await newest(ctx)).toMatchObject({ status: 'sent' })

  mail.noes.push('451 greylisted')
  const busy = aHouse({ email: smtpSender(smtp) })
  await write(busy, letter)
  await expect(tell(busy)).rejects.toThrow('did not take it')
  expect(await newest(busy)).toMatchObject({
    status: 'waiting',
    lastError: 'the mail server did not take it: EENVELOPE',
  })
  await tell(busy)
  expect(await newest(busy)).toMatchObject({ status: 'sent' })

  const stranger = aHouse({ email: smtpSender({ ...smtp, password: 'guessed' }) })
  await write(stranger, letter)
  await expect(tell(stranger)).rejects.toThrow('EAUTH')
  expect((await newest(stranger)).lastError).not.toContain('guessed')
  await db.deleteFrom('platform.outbox').execute()
})

test('a code goes out by template and signature, and afterwards stands nowhere in the house', async () => {
  const { heard, sms } = await startAliyun()
  const ctx = aHouse({ sms })
  await write(ctx, code)
  await tell(ctx)
  const { Signature, ...parameters } = Object.fromEntries(heard[0]!)
  expect(parameters).toMatchObject({
    PhoneNumbers: '13800138000',
    SignName: '半日闲',
    TemplateCode: 'SMS_15305568',
    TemplateParam: '{"code":"428913","minutes":"10"}',
    OutId: (await newest(ctx)).id,
  })
  expect(Signature).toBe(signatureOf('POST', parameters as Record<string, string>, 'geheim'))
  expect(await newest(ctx)).toMatchObject({ status: 'sent', body: '验证码 ••••••，10 分钟内有效' })
  const row = await db
    .selectFrom('platform.messages')
    .selectAll()
    .where('shop_id', '=', ctx.shopId)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain('428913')
})

test('the signature is the one Aliyun documents', () => {
  const query =
    'Timestamp=2016-02-23T12:46:24Z&Format=XML&AccessKeyId=testid&Action=DescribeRegions&SignatureMethod=HMAC-SHA1&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&Version=2014-05-26&SignatureVersion=1.0'
  expect(signatureOf('GET', Object.fromEntries(new URLSearchParams(query)), 'testsecret')).toBe(
    'OLeaidS1JvxuMvnyHOwuJ+uX5qY=',
  )
})

test('a wrong number and a missing template are final, a limit of the provider is not, and a late code is not sent', async () => {
  const { sms, heard } = await startAliyun('isv.MOBILE_NUMBER_ILLEGAL', 'isv.BUSINESS_LIMIT_CONTROL')
  const ctx = aHouse({ sms })
  await write(ctx, code)
  await tell(ctx)
  expect(await newest(ctx)).toMatchObject({ status: 'failed', lastError: 'Aliyun SMS said isv.MOBILE_NUMBER_ILLEGAL' })
  expect(await retryMessages(ctx, [(await newest(ctx)).id])).toBe(0) // the code would be too old
  await write(ctx, { ...code, template: 'order.paid' })
  await tell(ctx)
  expect((await listMessages(ctx, { status: 'failed' })).rows.map(({ lastError }) => lastError)).toContain(
    'no approved template is configured for order.paid',
  )

  const limited = aHouse({ sms })
  await write(limited, code)
  await expect(tell(limited)).rejects.toThrow('BUSINESS_LIMIT_CONTROL')
  await tell(later(limited, { minutes: 11 }))
  expect(await newest(limited)).toMatchObject({ status: 'expired' })
  expect(heard).toHaveLength(2)
})

test('SEC-03 a marketing message leaves only with a consent that holds when it is sent; a withdrawal stops what waits', async () => {
  const agreed = new Set<string>()
  registerMarketingConsent(async (_, accountId) => agreed.has(accountId))
  const ctx = aHouse({ email: { send: async () => 'accepted' } })
  const ann = newId<'Account'>()
  const news: NewMessage = { ...letter, purpose: 'marketing', template: 'news', accountId: ann }

  await write(ctx, news)
  await tell(ctx)
  expect(await newest(ctx)).toMatchObject({ status: 'refused', sentAt: null })

  agreed.add(ann)
  await write(ctx, news)
  await tell(ctx)
  expect(await newest(ctx)).toMatchObject({ status: 'sent' })

  await write(ctx, news)
  agreed.delete(ann)
  await tell(ctx)
  expect(await newest(ctx)).toMatchObject({ status: 'refused' })

  await write(ctx, { ...news, accountId: undefined })
  await tell(ctx)
  expect(await newest(ctx)).toMatchObject({ status: 'refused' })
})
