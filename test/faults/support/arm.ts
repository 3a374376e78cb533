import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Guard, guards } from '../guards.ts'
import type { Fault, Seam } from './faults.ts'
import { replaceOnLoad } from './replace-on-load.ts'
import { seams } from './seams.ts'

// `node --import` this file: the process then runs into the faults of FAULTS, without the guards named by GUARD_OFF. Nothing of this is
// known to the product; it is never loaded but by tests.

const faults = (JSON.parse(process.env.FAULTS ?? '[]') as Fault[]).map((fault) => ({ ...fault, came: 0 }))
const openGuards = (process.env.GUARD_OFF ?? '').split(',').filter(Boolean).map(guardNamed)

function guardNamed(wanted: string): Guard {
  const guard = guards.find(({ name }) => name === wanted)
  if (!guard) throw new Error(`there is no guard ${wanted}`)
  return guard
}

interface Strike extends Pick<Fault, 'when' | 'do'> {
  /** Told to who started us: a process that is killed says nothing more. */
  readonly where: string
}

/** The faults that strike at this place, this time. */
function due(seam: Seam, subject: string): Strike[] {
  const struck = faults.filter((fault) => {
    if (fault.at !== seam || !subject.includes(fault.like ?? '')) return false
    fault.came += 1
    return fault.nth === undefined || fault.nth === fault.came
  })
  return struck.map((fault) => ({ ...fault, where: `${seam} ${subject.slice(0, 200)}` }))
}

async function strike({ do: action, where }: Strike): Promise<void> {
  const [verb, detail] = action.split(':')
  if (verb === 'kill' || verb === 'stop') writeSync(2, `${verb} at ${where}\n`)
  if (verb === 'kill') process.kill(process.pid, 'SIGKILL')
  if (verb === 'stop') process.kill(process.pid, 'SIGSTOP')
  if (verb === 'throw') throw Object.assign(new Error('a fault was ordered'), detail && { code: detail })
  if (verb === 'hang') await new Promise(() => {})
  if (verb === 'sleep') await sleep(Number(detail))
}

async function around<Result>(struck: readonly Strike[], work: () => Promise<Result>): Promise<Result> {
  for (const each of struck) if (each.when !== 'after') await strike(each)
  const result = await work()
  for (const each of struck) if (each.when === 'after') await strike(each)
  return result
}

Object.assign(globalThis, {
  atSeam: <Result>(seam: Seam, subject: string, work: () => Promise<Result>) => around(due(seam, subject), work),
})

type Callback = (error: unknown, result?: unknown) => void

/** What each connection has said since its BEGIN. */
const said = new WeakMap<pg.Client, string[]>()

function dueAt(client: pg.Client, text: string): Strike[] {
  if (/^\s*(begin|start transaction)\b/i.test(text)) {
    said.set(client, [])
    return []
  }
  if (/^\s*commit\b/i.test(text)) return due('commit', said.get(client)?.join('\n') ?? '')
  if (/^\s*rollback\b/i.test(text)) return []
  said.get(client)?.push(text)
  return due('statement', text)
}

const { query } = pg.Client.prototype

function struckQuery(this: pg.Client, ...given: unknown[]): unknown {
  const [first] = given as [string | { text?: string; submit?: unknown }]
  const text = typeof first === 'string' ? first : first.submit ? undefined : first.text
  const struck = text === undefined ? [] : dueAt(this, text)
  if (struck.length === 0) return Reflect.apply(query, this, given)
  const callback = given.find((each) => typeof each === 'function') as Callback | undefined
  const plain = given.filter((each) => each !== callback)
  const answer = around(struck, () => Reflect.apply(query, this, plain) as unknown as Promise<unknown>)
  if (!callback) return answer
  answer.then((result) => callback(undefined, result), callback)
  return undefined
}
pg.Client.prototype.query = struckQuery as typeof query

replaceOnLoad([...seams, ...openGuards])
