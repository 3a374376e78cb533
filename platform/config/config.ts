import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { type FilesPlace, readFilesPlace } from './files-place.ts'
import {
  type AlipaySettings,
  type KdniaoSettings,
  readAlipay,
  readKdniao,
  readStripe,
  readWechatPay,
  type StripeSettings,
  type WechatPaySettings,
} from './providers.ts'
import { type AliyunSmsSettings, readAliyunSms, readSmtp, type SmtpSettings } from './senders.ts'
import { type Environment, type Problem, SettingsReader } from './settings-reader.ts'
import { checkWorlds } from './test-world.ts'

export type Role = 'web' | 'worker' | 'all'
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

/** What the environment says about this installation. Numbers of the business are settings in the database, not here. */
export interface Config {
  /** An external PostgreSQL; absent: the embedded one in the data folder. */
  readonly databaseUrl?: string
  /** Absolute. */
  readonly dataDir: string
  readonly port: number
  /** Where people reach us: an origin without a slash at its end. */
  readonly publicUrl: string
  readonly role: Role
  /** How many processes serve the port; this one starts the others. */
  readonly webProcesses: number
  /** Reverse proxies that may say who the caller is: addresses, networks, or the names proxy-addr knows. */
  readonly trustedProxies: readonly string[]
  /** How long a stopping process goes on serving while balancers take it out: 5 s where others may stand beside it, else 0. */
  readonly drainSeconds: number
  readonly logLevel: LogLevel
  /** How long answers to strangers (category, product, search) are kept in memory; 0: not at all. */
  readonly pageCacheSeconds: number
  /** Where uploads and derived pictures lie. */
  readonly files: FilesPlace
  /** The secret of the environment; absent: `secretOf` makes one and keeps it in the data folder. */
  readonly secret?: string
  /** Hosts in private networks that webhooks may reach nevertheless, in lower case. */
  readonly webhookPrivateHosts: readonly string[]
  /** Absent: e-mails stay in the outbox. */
  readonly smtp?: SmtpSettings
  /** Absent: text messages stay in the outbox. */
  readonly aliyunSms?: AliyunSmsSettings
  /** Accounts at payment providers; with none of them: the sandbox gateway, which speaks for all. */
  readonly wechatPay?: WechatPaySettings
  readonly alipay?: AlipaySettings
  readonly stripe?: StripeSettings
  /** Absent: the sandbox carrier. */
  readonly kdniao?: KdniaoSettings
}

/** One or more settings are malformed. The message names each and says what would be valid; values are never shown. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(
      `the configuration has errors:\n${problems.map(({ name, valid }) => `  ${name}: must be ${valid}`).join('\n')}`,
    )
    this.problems = problems
  }
}

const roles: readonly Role[] = ['web', 'worker', 'all']
const levels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/**
 * Reads the configuration out of environment variables. An empty variable counts as absent.
 *
 * @throws ConfigError listing every malformed setting at once
 */
export function readConfig(env: Environment): Config {
  const settings = new SettingsReader(env)
  const dataDir = resolve(settings.text('DATA_DIR') ?? 'data')
  const port = settings.read('PORT', 'a whole number from 1 to 65535', toPort) ?? 3000
  const config: Config = {
    databaseUrl: settings.read(
      'DATABASE_URL',
      'an address like postgres://user:password@host:5432/database',
      checkDatabaseUrl,
    ),
    dataDir,
    port,
    publicUrl:
      settings.read('PUBLIC_URL', 'an http or https address without a path, like https://shop.example.com', toOrigin) ??
      `http://localhost:${port}`,
    role: settings.oneOf('ROLE', roles) ?? 'all',
    webProcesses: settings.read('WEB_PROCESSES', 'a whole number from 1 to 32', toProcesses) ?? 1,
    trustedProxies:
      settings.read(
        'TRUSTED_PROXIES',
        'addresses or networks of reverse proxies, separated by commas, like 10.0.0.5,192.168.0.0/16 or loopback',
        toProxies,
      ) ?? [],
    drainSeconds:
      settings.read('DRAIN_SECONDS', 'a whole number of seconds from 0 to 300', toSeconds) ??
      (settings.text('DATABASE_URL') ? 5 : 0),
    pageCacheSeconds: settings.read('PAGE_CACHE_SECONDS', 'a whole number of seconds from 0 to 300', toSeconds) ?? 3,
    logLevel: settings.oneOf('LOG_LEVEL', levels) ?? 'info',
    files: readFilesPlace(settings, join(dataDir, 'files')),
    secret: settings.read(
      'SECRET',
      'a text of at least 32 characters, like the output of `openssl rand -hex 32`',
      checkSecret,
    ),
    webhookPrivateHosts:
      settings.read(
        'WEBHOOK_PRIVATE_HOSTS',
        'host names or addresses with commas between, like erp.internal',
        toHosts,
      ) ?? [],
    smtp: readSmtp(settings),
    aliyunSms: readAliyunSms(settings),
    wechatPay: readWechatPay(settings),
    alipay: readAlipay(settings),
    stripe: readStripe(settings),
    kdniao: readKdniao(settings),
  }
  checkWorlds(settings, config)
  if (settings.problems.length > 0) throw new ConfigError(settings.problems)
  return config
}

function toPort(text: string): number | undefined {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535 ? port : undefined
}

function toProcesses(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 32 ? Number(text) : undefined
}

const proxyNames = ['loopback', 'linklocal', 'uniquelocal']

function toProxies(text: string): string[] | undefined {
  const proxies = text.split(',').map((each) => each.trim())
  return proxies.every((each) => proxyNames.includes(each) || isNetwork(each)) ? proxies : undefined
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const longest = isIP(address) === 6 ? 128 : 32
  return (
    isIP(address) > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
  )
}

function toSeconds(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) && Number(text) <= 300 ? Number(text) : undefined
}

function checkDatabaseUrl(text: string): string | undefined {
  const url = URL.parse(text)
  return url && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1 ? text : undefined
}

function toOrigin(text: string): string | undefined {
  const url = URL.parse(text)
  const isOrigin =
    url &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.pathname === '/' &&
    !url.search &&
    !url.hash &&
    !url.username
  return isOrigin ? url.origin : undefined
}

function toHosts(text: string): string[] | undefined {
  const hosts = text.split(',').map((host) => host.trim().toLowerCase())
  return hosts.every((host) => /^[a-z0-9.:-]{1,253}$/.test(host)) ? hosts : undefined
}

const checkSecret = (text: string): string | undefined => (text.length >= 32 ? text : undefined)
