import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ConfigError, readConfig, secretOf } from '#platform/config'

const folder = mkdtempSync(join(tmpdir(), 'zhanggui-config-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    return (error as ConfigError).problems.map(({ name }) => name)
  }
}

test('without any setting everything runs on this machine', () => {
  expect(readConfig({})).toEqual({
    databaseUrl: undefined,
    dataDir: resolve('data'),
    port: 3000,
    publicUrl: 'http://localhost:3000',
    role: 'all',
    webProcesses: 1,
    trustedProxies: [],
    drainSeconds: 0,
    pageCacheSeconds: 3,
    logLevel: 'info',
    files: { folder: resolve('data/files') },
    secret: undefined,
    webhookPrivateHosts: [],
    smtp: undefined,
    aliyunSms: undefined,
    wechatPay: undefined,
    kdniao: undefined,
  })
})

test('what is set is taken, and an empty variable counts as absent', () => {
  const config = readConfig({
    DATABASE_URL: 'postgres://shop:geheim@db.internal/shop',
    DATA_DIR: '/srv/掌柜 data',
    PORT: '8080',
    PUBLIC_URL: 'https://shop.example.com/',
    ROLE: 'worker',
    LOG_LEVEL: 'debug',
    FILES_URL: 'file:///srv/files%20here',
    SECRET: '',
  })

  expect(config).toMatchObject({
    databaseUrl: 'postgres://shop:geheim@db.internal/shop',
    dataDir: '/srv/掌柜 data',
    port: 8080,
    publicUrl: 'https://shop.example.com',
    role: 'worker',
    logLevel: 'debug',
    files: { folder: '/srv/files here' },
    secret: undefined,
  })
})

test('proxies are trusted by address or network, and a process beside others takes its time to stop', () => {
  const config = readConfig({ TRUSTED_PROXIES: 'loopback, 10.0.0.5,2001:db8::/32', DATABASE_URL: 'postgres://db/shop' })
  expect(config).toMatchObject({ trustedProxies: ['loopback', '10.0.0.5', '2001:db8::/32'], drainSeconds: 5 })
  expect(readConfig({ DRAIN_SECONDS: '20' }).drainSeconds).toBe(20)
  expect(problemsOf({ TRUSTED_PROXIES: 'everybody', DRAIN_SECONDS: 'long' })).toEqual([
    'TRUSTED_PROXIES',
    'DRAIN_SECONDS',
  ])
  expect(problemsOf({ TRUSTED_PROXIES: '10.0.0.0/33' })).toEqual(['TRUSTED_PROXIES'])
})

test('the port moves the public address along', () => {
  expect(readConfig({ PORT: '4100' }).publicUrl).toBe('http://localhost:4100')
})

test('H08 every malformed setting is named at once with what would be valid', () => {
  const mistakes = {
    PORT: '80a',
    ROLE: 'boss',
    LOG_LEVEL: 'loud',
    PUBLIC_URL: 'shop.example.com',
    DATABASE_URL: 'mysql://db/shop',
    FILES_URL: 'ftp://bucket',
    SECRET: 'short',
  }

  expect(() => readConfig(mistakes)).toThrow(ConfigError)
  expect(problemsOf(mistakes).sort()).toEqual(Object.keys(mistakes).sort())
  expect(() => readConfig(mistakes)).toThrow(/PORT: must be a whole number from 1 to 65535/)
  expect(() => readConfig(mistakes)).toThrow(/ROLE: must be one of web, worker, all/)
})

test('a bucket needs its account; its address may hold a prefix in any script', () => {
  expect(problemsOf({ FILES_URL: 's3://shop-files' })).toEqual(['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
  const account = { S3_ACCESS_KEY_ID: 'AK', S3_SECRET_ACCESS_KEY: 'geheim' }
  expect(readConfig({ ...account, FILES_URL: 's3://shop-files/店铺/', S3_REGION: 'cn-north-1' }).files).toEqual({
    endpoint: 'https://s3.cn-north-1.amazonaws.com',
    region: 'cn-north-1',
    bucket: 'shop-files',
    prefix: '店铺/',
    accessKeyId: 'AK',
    secretAccessKey: 'geheim',
    pathStyle: false,
  })
  const minio = { ...account, FILES_URL: 's3://shop-files', S3_ENDPOINT: 'http://minio:9000/' }
  expect(readConfig(minio).files).toMatchObject({ endpoint: 'http://minio:9000', prefix: '', pathStyle: true })
  expect(problemsOf({ ...minio, S3_ENDPOINT: 'minio', S3_PATH_STYLE: 'maybe' })).toEqual([
    'S3_ENDPOINT',
    'S3_PATH_STYLE',
  ])
})

test('a mail server needs a sender’s address, an SMS account all of itself', () => {
  const templates = join(folder, 'templates.json')
  writeFileSync(templates, JSON.stringify({ 'order.paid': 'SMS_15305568' }))
  const config = readConfig({
    SMTP_URL: 'smtps://shop%40example.com:ge%2Fheim@mail.example.com',
    MAIL_FROM: '半日闲 <shop@example.com>',
    ALIYUN_SMS_ACCESS_KEY_ID: 'LTAI',
    ALIYUN_SMS_ACCESS_KEY_SECRET: 'geheim',
    ALIYUN_SMS_SIGN_NAME: '半日闲',
    ALIYUN_SMS_TEMPLATES_FILE: templates,
  })
  expect(config.smtp).toEqual({
    host: 'mail.example.com',
    port: 465,
    secure: true,
    user: 'shop@example.com',
    password: 'ge/heim',
    from: '半日闲 <shop@example.com>',
  })
  expect(config.aliyunSms).toMatchObject({
    baseUrl: 'https://dysmsapi.aliyuncs.com',
    templates: { 'order.paid': 'SMS_15305568' },
  })
  expect(problemsOf({ SMTP_URL: 'mail.example.com', ALIYUN_SMS_SIGNNAME: '半日闲' }).sort()).toEqual([
    'ALIYUN_SMS_ACCESS_KEY_ID',
    'ALIYUN_SMS_ACCESS_KEY_SECRET',
    'ALIYUN_SMS_SIGNNAME',
    'ALIYUN_SMS_SIGN_NAME',
    'ALIYUN_SMS_TEMPLATES_FILE',
    'MAIL_FROM',
    'SMTP_URL',
  ])
})

test.each(['0', '65536', '-1', '3000.5', '1e3', '0x50', ' '])('the port %j is refused unless it is empty', (port) => {
  expect(problemsOf({ PORT: port })).toEqual(port.trim() ? ['PORT'] : [])
})

test('H08 a malformed setting is reported without its value', () => {
  const message = (() => {
    try {
      readConfig({ SECRET: 'geheim', DATABASE_URL: 'geheim', WECHAT_PAY_API_V3_KEY: 'geheim' })
      return 'no error'
    } catch (error) {
      return String(error)
    }
  })()

  expect(message).toContain('SECRET')
  expect(message).not.toContain('geheim')
})

test('a payment account is taken whole, its keys out of files', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  writeFileSync(join(folder, 'merchant.pem'), privateKey)
  writeFileSync(join(folder, 'platform.pem'), publicKey)

  const { wechatPay } = readConfig({
    WECHAT_PAY_APP_ID: 'wx8888888888888888',
    WECHAT_PAY_MERCHANT_ID: '1900000109',
    WECHAT_PAY_MERCHANT_SERIAL: '1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C',
    WECHAT_PAY_PRIVATE_KEY_FILE: join(folder, 'merchant.pem'),
    WECHAT_PAY_API_V3_KEY: '0123456789abcdef0123456789abcdef',
    WECHAT_PAY_PLATFORM_KEY_FILE: join(folder, 'platform.pem'),
    WECHAT_PAY_PLATFORM_KEY_ID: 'PUB_KEY_ID_0114232134912410000000000000',
  })

  expect(wechatPay).toMatchObject({
    baseUrl: 'https://api.mch.weixin.qq.com',
    merchantId: '1900000109',
    merchantPrivateKeyPem: privateKey,
  })
  expect(wechatPay?.platformKeys).toEqual({ PUB_KEY_ID_0114232134912410000000000000: publicKey })
})

const stripe = (secretKey: string) => ({
  STRIPE_ACCOUNT_ID: 'acct_1AbCdEfGhIjKlMnO',
  STRIPE_SECRET_KEY: secretKey,
  STRIPE_WEBHOOK_SECRET: 'whsec_0123456789',
})
const inPublic = { PUBLIC_URL: 'https://shop.example.com' }

test.each([
  ['a test key on a public address', { ...stripe('sk_test_1'), ...inPublic }, ['STRIPE_SECRET_KEY']],
  [
    'a sandbox’s address on a public address',
    {
      KDNIAO_BASE_URL: 'https://sandboxapi.kdniao.com',
      KDNIAO_BUSINESS_ID: '1234567',
      KDNIAO_API_KEY: '0123456789abcdef',
      ...inPublic,
    },
    ['KDNIAO_BASE_URL'],
  ],
  ['a live key on this machine', stripe('sk_live_1'), ['STRIPE_SECRET_KEY']],
  ['a live key on a public address', { ...stripe('rk_live_1'), ...inPublic }, []],
  ['a test key on this machine', stripe('sk_test_1'), []],
  ['a test key where it is allowed', { ...stripe('sk_test_1'), ...inPublic, TEST_ACCOUNTS: 'yes' }, []],
])('C28 the start is stopped by what mixes the test world with the live one: %s', (_, env, problems) => {
  expect(problemsOf(env)).toEqual(problems)
})

test('half a payment account stops the start and names what is missing or misspelt', () => {
  expect(
    problemsOf({
      WECHAT_PAY_APP_ID: 'wx8888888888888888',
      WECHAT_PAY_MCHID: '1900000109',
      KDNIAO_API_KEY: '0123456789abcdef',
    }),
  ).toEqual([
    'WECHAT_PAY_MCHID',
    'WECHAT_PAY_MERCHANT_ID',
    'WECHAT_PAY_MERCHANT_SERIAL',
    'WECHAT_PAY_PRIVATE_KEY_FILE',
    'WECHAT_PAY_API_V3_KEY',
    'KDNIAO_BUSINESS_ID',
  ])
})

test('a secret is made once, kept, and readable by its owner alone', () => {
  const dataDir = join(folder, 'fresh')

  const first = secretOf({ dataDir })

  expect(first).toHaveLength(32)
  expect(secretOf({ dataDir })).toEqual(first)
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  expect(secretOf({ dataDir, secret: 'x'.repeat(32) })).toEqual(Buffer.from('x'.repeat(32)))
})

test('a damaged secret stops the start instead of being replaced', () => {
  const dataDir = mkdtempSync(join(folder, 'damaged-'))
  writeFileSync(join(dataDir, 'secret'), 'abc')

  expect(() => secretOf({ dataDir })).toThrow('put it back from a backup')
})
