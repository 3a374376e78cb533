import { dice } from '../../demo/shop/dice.ts'
import {
  beyondEdges,
  extremes,
  hostileTexts,
  impossibleTexts,
  leaks,
  type Spot,
  someOf,
  spotsOf,
  withValue,
  wrongFor,
} from './fuzz.ts'
import type { OpenDoor } from './open-door.ts'
import { nameOf, type Route, type Schema } from './route-table.ts'
import { isAboutAThing, sampleBody, thingOf, urlOf } from './route-things.ts'

const isText = ({ schema }: Spot): boolean => schema.type === 'string' && !schema.enum
const isNumber = ({ schema }: Spot): boolean => schema.type === 'integer' || schema.type === 'number'

/** What is put into a place, and whether the edge itself must refuse it (400) or the business may also answer. */
const attacks = {
  kinds: { at: () => true, values: wrongFor, refusedAtOnce: true },
  edges: { at: () => true, values: beyondEdges, refusedAtOnce: true },
  impossible: { at: isText, values: () => [...impossibleTexts], refusedAtOnce: true },
  hostile: { at: isText, values: () => [...hostileTexts], refusedAtOnce: false },
  extremes: { at: isNumber, values: () => [...extremes], refusedAtOnce: false },
} satisfies Record<string, Attack>

interface Attack {
  readonly at: (spot: Spot) => boolean
  readonly values: (schema: Schema) => unknown[]
  readonly refusedAtOnce: boolean
}

export type AttackName = keyof typeof attacks

export interface Fuzz {
  readonly door: OpenDoor
  readonly operations: readonly Route[]
  readonly seed: number
  /** How many values are tried at each place. */
  readonly perSpot: number
}

export interface Fuzzed {
  readonly asked: number
  /** `seed 7 kinds POST /… quantity = "1": 500 …` */
  readonly faults: readonly string[]
}

/** Who may do whatever a route does. */
export const mightyFor = ({ url }: Route): 'owner' | 'ann' =>
  /^\/api\/v1\/(admin|partner)\//.test(url) ? 'owner' : 'ann'

/** Puts values of an attack into every place of every body, one at a time, in an order the seed repeats. */
export async function fuzzBodies(name: AttackName, { door, operations, seed, perSpot }: Fuzz): Promise<Fuzzed> {
  const attack: Attack = attacks[name]
  const random = dice(seed).roll
  const faults: string[] = []
  let asked = 0
  for (const route of operations.filter(({ body }) => body)) {
    const sample = sampleBody(route, door.things)
    for (const spot of spotsOf(route.body!).filter((each) => attack.at(each) && !isUnsure(attack, route, each)))
      for (const value of someOf(attack.values(spot.schema), perSpot, random)) {
        const body = withValue(sample, spot.path, value)
        asked += 1
        const { status, text } = await door.ask(mightyFor(route), route, asJson(body))
        if (isRefusedWell({ status, text, sent: value }) && (!attack.refusedAtOnce || status === 400 || status === 413))
          continue
        faults.push(
          `seed ${seed} ${name} ${nameOf(route)} ${spot.path.join('.')} = ${shortly(value)}: ${status} ${text}`,
        )
      }
  }
  return { asked, faults }
}

/** What is wrong for one branch of `anyOf` may be right for another, so that it need not be refused: the value of a setting. */
const isUnsure = ({ refusedAtOnce }: Attack, { body }: Route, { path }: Spot): boolean =>
  refusedAtOnce && spotsOf(body!).filter((other) => other.path.join() === path.join()).length > 1

/** A bare value is sent as JSON too, not as some text. */
const asJson = (body: unknown) => ({ body: typeof body === 'object' ? body : JSON.stringify(body) })

/** What was sent may be said back; nothing else that looks like ours. */
const isRefusedWell = ({ status, text, sent = '' }: { status: number; text: string; sent?: unknown }): boolean =>
  status < 500 && !(status >= 400 && leaks.test(text.replaceAll(JSON.stringify(sent)?.slice(1, -1) || '\0', '')))

const shortly = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 60)

const numbersInWords = ['-1', '1e9', '1e309', '9007199254740993', '99999999999999999999', 'NaN', '0x10', '']

/** Puts hostile and impossible values into every parameter of every query. */
export async function fuzzQueries({ door, operations, seed, perSpot }: Fuzz): Promise<Fuzzed> {
  const random = dice(seed).roll
  const faults: string[] = []
  let asked = 0
  for (const route of operations)
    for (const name of Object.keys(route.query?.properties ?? {}))
      for (const value of someOf([...hostileTexts, ...impossibleTexts, ...numbersInWords], perSpot, random)) {
        asked += 1
        const { status, text } = await door.ask(mightyFor(route), route, { query: { [name]: value } })
        if (!isRefusedWell({ status, text, sent: value }))
          faults.push(`seed ${seed} query ${nameOf(route)} ${name} = ${shortly(value)}: ${status} ${text}`)
      }
  return { asked, faults }
}

const wrongIds = [
  'x',
  '%00',
  '%ed%a0%80',
  "'%20or%20'1'='1",
  '..%2f..%2fetc%2fpasswd',
  '1'.repeat(290),
  '9'.repeat(40),
  '00000000-0000-0000-0000-000000000000',
  '%E0%A4%A',
  '__proto__',
]

/** Asks every route about things that cannot be. */
export async function fuzzAddresses({ door, operations, seed, perSpot }: Fuzz): Promise<Fuzzed> {
  const random = dice(seed).roll
  const faults: string[] = []
  let asked = 0
  for (const route of operations.filter((one) => isAboutAThing(one) || one.url.includes(':')))
    for (const id of someOf(wrongIds, perSpot, random)) {
      asked += 1
      const url = isAboutAThing(route)
        ? urlOf(route, door.things).replace(door.things[thingOf(route.url)], id)
        : route.url.replaceAll(/:\w+/g, id)
      const { status, text } = await door.call(mightyFor(route), route, url)
      const isNothing = status >= 400 || text === '[]'
      if (!isRefusedWell({ status, text }) || !isNothing)
        faults.push(`seed ${seed} address ${route.method} ${url}: ${status} ${text}`)
    }
  return { asked, faults }
}
