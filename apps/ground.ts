import { sql } from 'kysely'
import { kdniao } from '#platform/carriers'
import { type Config, secretOf } from '#platform/config'
import { checkExternal, type FolderLock, lockDataFolder, migrate, startEmbedded } from '#platform/database'
import { downloader } from '#platform/downloads'
import { openFiles } from '#platform/files'
import { prepareJobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import { aliyunSms, smtpSender } from '#platform/messages'
import { guarded, type Outside } from '#platform/outside'
import { type ProviderAccount, paymentProviders } from '#platform/payments'
import { webhookSender } from '#platform/webhooks'
import { type House, openHouse } from './house.ts'
import type { Report } from './progress.ts'
import { type GatewayCredentials, type Sandbox, startSandboxCarrier, startSandboxGateway } from './sandboxes.ts'

/** The house on its ground: database running and up to date, providers or their sandboxes reachable. */
export interface Ground {
  readonly house: House
  readonly sandboxes: { readonly gateway?: Sandbox<unknown>; readonly carrier?: Sandbox<unknown> }
  close(): Promise<void>
}

export interface LayGround {
  readonly config: Config
  readonly log: Log
  readonly report: Report
  /** What the data folder's lock says this process is: an address or a command. */
  readonly purpose: string
  /** A command may work beside the running house; only `start` holds the folder. */
  readonly exclusive: boolean
  readonly withSandboxes: boolean
  readonly poolWaitMillis?: number
}

/** Starts or attaches to the database, migrates it, and opens the house. Everything started here ends with `close`. */
export async function layGround(options: LayGround): Promise<Ground> {
  const { config, log } = options
  const closers: (() => Promise<unknown> | unknown)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    if (options.exclusive && !config.databaseUrl) closers.push(lock(config, options.purpose).release)
    const [databaseUrl, sandboxes] = await both(
      prepareDatabase(options, closers),
      options.withSandboxes ? startSandboxes(config, closers) : {},
    )
    const outside = openOutside(config, sandboxes)
    const house = openHouse({
      databaseUrl,
      secret: secretOf(config),
      outside,
      log,
      poolWaitMillis: options.poolWaitMillis,
    })
    closers.push(() => house.close())
    await sql`select 1`.execute(house.db)
    return { house, sandboxes, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Both at once. When one fails the other is waited for, so that what it has started can be closed. */
async function both<A, B>(first: Promise<A>, second: Promise<B> | B): Promise<[A, B]> {
  await Promise.allSettled([first, second])
  return Promise.all([first, second])
}

async function prepareDatabase(options: LayGround, closers: (() => unknown)[]): Promise<string> {
  const { config, report } = options
  if (config.databaseUrl) await checkExternal(config.databaseUrl)
  const url = config.databaseUrl ?? (await embedded(options, closers))
  const ran = await migrate(url)
  if (ran.length > 0) report('progress.migrated', { names: ran.join(', ') })
  await prepareJobs(url)
  return url
}

const lock = (config: Config, purpose: string): FolderLock =>
  lockDataFolder(config.dataDir, { address: purpose, now: Temporal.Now.instant() })

async function embedded({ config, log, exclusive }: LayGround, closers: (() => unknown)[]): Promise<string> {
  const database = await startEmbedded({
    dataDir: config.dataDir,
    attach: !exclusive,
    log: (line) => log.debug({ line }, 'postgres'),
  })
  closers.push(() => database.stop())
  return database.url
}

async function startSandboxes(config: Config, closers: (() => unknown)[]): Promise<Accounts> {
  const kept = async <Credentials>(starting: Promise<Sandbox<Credentials>>) => {
    const sandbox = await starting
    closers.push(() => sandbox.stop())
    return sandbox
  }
  const [gateway, carrier] = await both(
    hasPaymentAccount(config) ? Promise.resolve(undefined) : kept(startSandboxGateway(config)),
    config.kdniao ? undefined : kept(startSandboxCarrier(config)),
  )
  return { gateway, carrier }
}

interface Accounts {
  readonly gateway?: Sandbox<GatewayCredentials>
  readonly carrier?: Sandbox<NonNullable<Config['kdniao']>>
}

const hasPaymentAccount = ({ wechatPay, alipay, stripe }: Config): boolean =>
  wechatPay !== undefined || alipay !== undefined || stripe !== undefined

/** Real accounts, or the sandbox's; never both, so that nobody pays at a sandbox by mistake. */
const paymentAccounts = (
  config: Config,
  sandbox: GatewayCredentials | undefined,
): Record<string, ProviderAccount | undefined> => ({
  wechat: toAccount(config.wechatPay ?? sandbox),
  alipay: toAccount(config.alipay ?? (sandbox && { ...sandbox.alipay, baseUrl: sandbox.baseUrl })),
  stripe: toAccount(config.stripe ?? (sandbox && { ...sandbox.stripe, baseUrl: sandbox.baseUrl })),
})

const toAccount = (settings: object | undefined): ProviderAccount | undefined => settings && { ...settings }

function openOutside(config: Config, { gateway, carrier }: Accounts): Outside {
  const carry = config.kdniao ?? carrier?.credentials
  return {
    publicUrl: config.publicUrl,
    payments: paymentProviders(paymentAccounts(config, gateway?.credentials), guarded),
    carriers: guarded(carry ? kdniao({ ...carry, url: carry.baseUrl }) : unreachable('carriers')),
    files: guarded(openFiles(config.files)),
    downloads: guarded(downloader({ privateHosts: config.webhookPrivateHosts })),
    senders: {
      sms: config.aliyunSms && guarded(aliyunSms(config.aliyunSms)),
      email: config.smtp && guarded(smtpSender(config.smtp)),
    },
    webhooks: guarded(webhookSender({ privateHosts: config.webhookPrivateHosts, mayCallItself: isLocal(config) })),
  }
}

/** A house that people reach on their own machine alone, as while trying it out. */
const isLocal = ({ publicUrl }: Config): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname)

/** For commands that never call the outside: a call is a bug and says so. */
const unreachable = <Port extends object>(port: string): Port =>
  new Proxy({} as Port, {
    get(_, name) {
      throw new Error(`this command has no ${port}: ${String(name)} was called`)
    },
  })
