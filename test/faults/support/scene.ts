import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { House } from '#apps/house'
import type { Context } from '#platform/context'
import type { RunningCarrier } from '../../../sandbox/carrier/carrier.ts'
import type { RunningGateway } from '../../../sandbox/gateway/gateway.ts'
import { armed, type Fault } from './faults.ts'

/** A small piece of work of the house, to be done in a process of its own: the default export of a file in `test/faults/scenes`. */
export type Scene<Given> = (ctx: Context, given: Given, house: House) => Promise<unknown>

/** Where a scene is played. */
export interface Stage {
  readonly databaseUrl: string
  /** Who acts, where and when. */
  readonly ctx: Pick<Context, 'shopId' | 'actor' | 'repeat'> & { readonly now?: Temporal.Instant }
  /** The folder of the file store. */
  readonly files?: string
  /** Where a payment is made; nobody answers there when absent. */
  readonly gateway?: RunningGateway['credentials']
  /** Where waybills are asked for; nobody answers there when absent. */
  readonly carrier?: Pick<RunningCarrier, 'url' | 'credentials'>
}

export interface Play<Given> {
  /** The file's name without its ending. */
  readonly scene: string
  readonly given: Given
  readonly faults?: readonly Fault[]
  /** The name of a guard that is not there. */
  readonly guardOff?: string
}

export interface Played {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** What the scene returned, as JSON would hand it on; undefined when it did not come so far. */
  readonly result: unknown
  /** Its complaints. */
  readonly said: string
}

/** Sources need not be compiled anew for every scene. */
const compiled = join(tmpdir(), 'zhanggui-scenes')

/** Starts a scene in a process of its own, with its faults armed. */
export function startScene<Given>(stage: Stage, { scene, given, faults = [], guardOff }: Play<Given>): ChildProcess {
  const { shopId, actor, repeat, now } = stage.ctx
  const ctx = { shopId, repeat, now, actor: { ...actor, permissions: [...actor.permissions] } }
  const words = { ...stage, ctx, given }
  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: compiled,
    ...armed(faults),
    ...(guardOff && { GUARD_OFF: guardOff }),
  }
  return spawn(process.execPath, [join(import.meta.dirname, 'stage.ts'), scene, JSON.stringify(words)], { env })
}

/** How a scene ends. */
export async function endOf(child: ChildProcess): Promise<Played> {
  const [out, said, [code, signal]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>,
  ])
  const result = /^result (.*)$/m.exec(out)?.[1]
  return { code, signal, result: result === undefined ? undefined : JSON.parse(result), said }
}

export const play = <Given>(stage: Stage, wish: Play<Given>): Promise<Played> => endOf(startScene(stage, wish))

/** Waits until a fault has made a process stand still: state T in its stat line, behind its name in brackets. */
export async function untilStopped({ pid }: ChildProcess): Promise<void> {
  while (!/^\S* T /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)!)) await sleep(20)
}
