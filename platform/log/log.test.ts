import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { openLog } from '#platform/log'
import { forPeople } from './terminal.ts'

function aLog(level?: string) {
  const lines: string[] = []
  const log = openLog({ level, fields: { role: 'web' }, to: { write: (line) => void lines.push(line) } })
  return { log, lines, last: () => JSON.parse(lines.at(-1)!) }
}

test('a line is one JSON object that reads alone', () => {
  const { log, last } = aLog()

  log.info({ orderId: 'o-1', carrier: 'sf' }, 'order shipped')

  expect(last()).toMatchObject({
    level: 'info',
    role: 'web',
    msg: 'order shipped',
    orderId: 'o-1',
    carrier: 'sf',
    time: expect.stringMatching(/^\d{4}-.*Z$/),
  })
})

test('S30 secrets never reach the log, however deep they lie or what they are called', () => {
  const { log, lines } = aLog()

  log.info({
    req: { headers: { authorization: 'Bearer geheim', 'set-cookie': ['sid=geheim'], cookie: 'geheim' } },
    newPassword: 'geheim',
  })
  log.child({ sessionToken: 'geheim' }).warn({ wechat: { apiV3Key: 'geheim', private_key: 'geheim' } }, 'signed')
  log.info({ code: '482913', smsCode: 482_913 }, 'code sent')

  expect(lines.join('')).not.toMatch(/geheim|482913/)
})

test('S31 personal data show their ends only', () => {
  const { log, last } = aLog()

  log.info({ phone: '13812345678', note: '+8613812345678', recipient: { name: '王小明', street: '中山路 1 号' } })

  expect(last()).toMatchObject({ phone: '138***78', note: '+86***78', recipient: '***' })
})

test('the code of an error stays readable', () => {
  const { log, last } = aLog()

  log.info({ code: 'orders.cannot_step', status: 409, lines: [{ sku: 'TEE-01', quantity: 2 }] })

  expect(last()).toMatchObject({ code: 'orders.cannot_step', status: 409, lines: [{ sku: 'TEE-01', quantity: 2 }] })
})

test('S30 S31 an error shows type, message, stack and cause, but no rows and no passwords', () => {
  const { log, last } = aLog()
  const broken = Object.assign(new Error('no answer from postgres://app:geheim@127.0.0.1/shop'), {
    code: '23505',
    constraint: 'accounts_phone_key',
    detail: 'Key (phone)=(13812345678) already exists.',
  })

  log.error(new Error('could not sign up', { cause: broken }))

  expect(last().err).toMatchObject({
    type: 'Error',
    message: 'could not sign up',
    cause: { code: '23505', constraint: 'accounts_phone_key' },
  })
  expect(JSON.stringify(last())).not.toMatch(/geheim|13812345678/)
})

test('what lies below the level is not written', () => {
  const { log, lines } = aLog('warn')

  log.info('quiet')

  expect(lines).toEqual([])
})

test('at a terminal a line is for people', () => {
  const { log, lines } = aLog()

  log.warn({ carrier: 'sf', reason: 'no answer' }, 'waybill late')

  expect(stripVTControlCharacters(forPeople(lines[0]!))).toMatch(
    /^\d\d:\d\d:\d\d WARN {2}waybill late role=web carrier=sf reason="no answer"$/,
  )
})
