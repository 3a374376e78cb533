import { setTimeout as sleep } from 'node:timers/promises'
import { isRefusal } from '#kernel/refusal'
import type { Actor, Context, ShopId } from '#platform/context'
import { type Database, openDatabase } from '#platform/database'
import type { FileStore } from '#platform/files'
import { isOutcomeUnknown } from '#platform/payments'
import { aContext } from '#test/context'
import type { Chance } from './chance.ts'
import { arm, bury, type CrashKind, isCut, leftBehind } from './crash.ts'
import { opening } from './market.ts'
import { aWorld, type World } from './provider.ts'
import { rows } from './rows.ts'

/** What became of a request, as whoever asked learns it. */
export type Outcome<Answer> =
  | { readonly answer: Answer }
  | { readonly refused: string }
  /** The provider did not answer, the process died, the connection went: what happened is unknown. */
  | { readonly lost: string }

export interface Act<Answer> {
  readonly name: string
  readonly by: Actor
  readonly work: (ctx: Context) => Promise<Answer>
  /** What the world beside us knows once this has happened. */
  readonly effect?: (answer: Answer) => void
}

/** Our process, its database and the world around both, as long as one program runs. */
export class House {
  readonly world: World
  readonly trace: string[] = []
  readonly shopId: ShopId
  readonly url: string
  chance: Chance
  now = opening
  db: Database
  /** No crashes any more. */
  quiet = false
  #acts = 0
  /** Requests within requests: while a provider thinks, something else may be asked. */
  #depth = 0

  private constructor(url: string, db: Database, shopId: ShopId, chance: Chance) {
    this.url = url
    this.db = db
    this.shopId = shopId
    this.chance = chance
    this.world = aWorld(chance, () => this.now)
  }

  static async open(url: string, chance: Chance): Promise<House> {
    const db = connect(url)
    const { id } = await db.selectFrom('office.shops').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
    return new House(url, db, id as ShopId, chance)
  }

  ctx(actor: Actor, more: Partial<Context> = {}): Context {
    const { db, shopId, now, world } = this
    const outside = { ...world.outside(() => this.db === db), files: noFiles }
    return { ...aContext(db, { shopId, now, actor, outside }), ...more }
  }

  say(line: string): void {
    this.trace.push(`${this.now} ${line}`)
  }

  /**
   * Asks the house for something under a key, as a client would. It may die or lose its connection meanwhile; then the client asks again with the
   * same key or gives up, and what has really happened decides about the effect. An answer that is given again must be the same (T6).
   */
  async act<Answer>(act: Act<Answer>): Promise<Outcome<Answer>> {
    const repeat = { scope: 'sim', key: `${++this.#acts}`, fingerprint: act.name }
    const first = await this.#attempt(act, repeat)
    const again = 'lost' in first ? this.chance.happens(0.6) : 'answer' in first && this.chance.happens(0.06)
    const outcome = again ? await this.#again(act, repeat, first) : first
    await this.#settle(act, repeat.key, outcome)
    return outcome
  }

  async #again<Answer>(act: Act<Answer>, repeat: Key, first: Outcome<Answer>): Promise<Outcome<Answer>> {
    const second = await this.#attempt({ ...act, name: `${act.name} again` }, repeat)
    const isKept = (await this.#keptUnder(repeat.key)).length > 0 // who only looks may see something new
    if (isKept && 'answer' in first && 'answer' in second && plain(first.answer) !== plain(second.answer))
      throw new Broken(`T6: the same key got ${plain(first.answer)} and then ${plain(second.answer)}`)
    return 'answer' in first ? first : second
  }

  /** Who lost the answer looks whether it happened. */
  async #settle<Answer>({ effect }: Act<Answer>, key: string, outcome: Outcome<Answer>): Promise<void> {
    if (!effect) return
    if ('answer' in outcome) return effect(outcome.answer)
    const [stored] = await this.#keptUnder<Answer>(key)
    if (stored) effect(stored.result)
  }

  #keptUnder<Answer>(key: string): Promise<{ result: Answer }[]> {
    return rows<{ result: Answer }>(this.db)`
      select result from platform.idempotency_keys where shop_id = ${this.shopId} and scope = 'sim' and key = ${key}`
  }

  async #attempt<Answer>({ name, by, work }: Act<Answer>, repeat: Key): Promise<Outcome<Answer>> {
    const outcome = await this.endangered(() => work(this.ctx(by, { repeat })))
    this.say(`  ${name}: ${'answer' in outcome ? 'done' : 'refused' in outcome ? outcome.refused : outcome.lost}`)
    return outcome
  }

  /** Runs some work of ours, which a crash may end. */
  async endangered<Answer>(work: () => Promise<Answer>): Promise<Outcome<Answer>> {
    const crash = this.quiet || !this.chance.happens(0.07) ? undefined : this.#aCrash()
    const armed = crash && arm(crash)
    this.#depth += 1
    const running = work()
    running.catch(() => {}) // a dead process has nobody who hears it
    try {
      if (!armed) return { answer: await running }
      const ended = await Promise.race([running.then((answer) => ({ answer })), armed.dead])
      return ended ?? { lost: crash.kind }
    } catch (error) {
      return toOutcome(error)
    } finally {
      this.#depth -= 1
      if (armed?.disarm()) await this.#recover(crash!.kind)
    }
  }

  /** Within another request only the connection goes: a dead process would take both along. */
  #aCrash() {
    const kinds: readonly CrashKind[] = ['cut before', 'cut after', 'killed before', 'killed after']
    const kind = this.chance.pick(this.#depth > 0 ? kinds.slice(0, 2) : kinds)!
    return { kind, statement: this.chance.between(1, this.chance.pick([4, 12, 40])!) }
  }

  /** A new process begins with nothing but the database, once that has seen the old one's end. */
  async #recover(kind: CrashKind): Promise<void> {
    if (kind.startsWith('killed')) {
      void this.db.destroy()
      this.db = connect(this.url)
      bury()
    }
    for (const pid of leftBehind()) {
      while ((await rows(this.db)`select 1 from pg_stat_activity where pid = ${pid}`).length > 0) await sleep(2)
    }
  }

  get isWithin(): boolean {
    return this.#depth > 1
  }

  close(): Promise<void> {
    return this.db.destroy()
  }
}

/** No program keeps files. */
const noFiles = {} as FileStore

interface Key {
  readonly scope: string
  readonly key: string
  readonly fingerprint: string
}

/** Something that must never be. */
export class Broken extends Error {}

/** One connection: whatever is asked is asked in one order. */
const connect = (url: string): Database =>
  openDatabase({ url, maxConnections: 1, poolWaitMillis: 120_000, statementTimeoutMillis: 120_000 })

/** A no of the business or of the network is an answer; anything else is a bug of ours. */
function toOutcome(error: unknown): Outcome<never> {
  if (isRefusal(error)) return { refused: error.code }
  if (isOutcomeUnknown(error)) return { lost: 'no answer from the provider' }
  if (isCut(error)) return { lost: 'cut' }
  if (error instanceof AggregateError) {
    const inside = error.errors.map(toOutcome)
    return inside[0] ?? { refused: 'nothing' }
  }
  throw error
}

/** An answer as it travels: what was stored and what was given are compared like that. */
const plain = (answer: unknown): string => JSON.stringify(sorted(JSON.parse(JSON.stringify(answer ?? null))))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inside]) => [name, sorted(inside)]),
  )
}
