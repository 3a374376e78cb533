import { readFileSync } from 'node:fs'
import type { Config } from '#platform/config'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'
import type { House } from './house.ts'
import { everywhere, whyNot } from './port.ts'
import { type Beside, openWeb, type Web } from './web.ts'

export interface Serve {
  readonly config: Config
  readonly house: House
  readonly metrics: Metrics
  readonly log: Log
  readonly beside?: Beside | undefined
  /** Other processes listen on the same port: the system spreads new connections over all. */
  readonly isShared: boolean
}

/** Opens the web face of the house and listens. @throws Error naming the port that is taken */
export async function serve({ config, house, metrics, log, beside, isShared }: Serve): Promise<Web> {
  const { port, publicUrl, trustedProxies, drainSeconds, pageCacheSeconds } = config
  const settings = { publicUrl, trustedProxies, drainSeconds, pageCacheSeconds, version: version() }
  const web = await openWeb({ house, metrics, log, beside, ...settings })
  const where = { port, host: everywhere, reusePort: isShared }
  await web.app.listen(where).catch((error: NodeJS.ErrnoException) => {
    throw whyNot(port, error)
  })
  return web
}

export const version = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version
