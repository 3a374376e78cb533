import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { administer, cloneDatabase, databaseUrl } from '#test/cluster'
import { buildMarket } from './market.ts'
import type { Place } from './play.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A shop to clone in the tests' own server; `close` takes it away. */
export async function aMarket(): Promise<Place & { close(): Promise<void> }> {
  const { serverUrl, template } = inject('cluster')
  const market = `sim_market_${process.pid}_${Math.floor(performance.now())}`
  await cloneDatabase(serverUrl, market, template)
  await buildMarket(databaseUrl(serverUrl, market))
  return { serverUrl, market, close: () => administer(serverUrl, `drop database ${market} with (force)`) }
}

export interface Simulated {
  readonly code: number | null
  readonly output: string
}

/** Runs the simulator in a process of its own, in which chance follows the seed; with one of the `plants` in it when one is named. */
export async function simulate(place: Place, words: readonly string[], plant?: string): Promise<Simulated> {
  const armed = plant ? ['--import', './test/faults/sim/plant.ts'] : []
  const where = JSON.stringify({ serverUrl: place.serverUrl, market: place.market })
  const child = spawn(process.execPath, [...armed, 'test/faults/sim/run.ts', '--place', where, ...words], {
    cwd: root,
    env: { ...process.env, ...(plant && { PLANT: plant }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number | null]>])
  return { code, output }
}
