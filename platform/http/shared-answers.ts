import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'

/** An answer that is the same for every stranger, ready to be sent again. */
export interface SharedAnswer {
  /** Names and values in turn, as Node writes them fastest. */
  readonly head: readonly string[]
  /** The body, cut where each stranger's copy bears a key of its own. */
  readonly pieces: readonly Buffer[]
  /** What each stranger is given of their own besides, as further names and values: a cookie. */
  readonly own?: (() => readonly string[]) | undefined
}

/** Answers that are the same for every stranger, kept in memory for seconds under what was asked. */
export interface SharedAnswers {
  /** Sends what is kept under this key. Returns whether anything is. */
  give(key: string, response: ServerResponse): boolean
  /** Keeps what was asked in this generation, unless somebody has changed something since. */
  keep(asked: Asked, answer: SharedAnswer): void
  /** Somebody has changed something: everything is asked anew. What is being answered now is not kept either. */
  forget(): void
  /** From now on nothing is answered from memory: a process that stops says so in each answer. */
  close(): void
  readonly generation: number
  /** How many answers came from memory since the start. */
  readonly given: number
}

export interface Asked {
  readonly key: string
  readonly generation: number
}

/** What is kept takes no more memory than this. */
const mostBytes = 48 * 1_024 * 1_024

export function openSharedAnswers(seconds: number): SharedAnswers {
  const answers = new LRUCache<string, SharedAnswer>({ maxSize: mostBytes, ttl: seconds * 1_000 })
  let [generation, given, open] = [0, 0, true]
  return {
    give(key, response) {
      const answer = answers.get(key)
      if (!answer) return false
      given += 1
      send(answer, response)
      return true
    },
    keep({ key, generation: askedIn }, { head, pieces, own }) {
      if (!open || askedIn !== generation) return
      const length = lengthOf(pieces)
      answers.set(
        key,
        { head: [...head, 'content-length', String(length)], pieces, own },
        { size: length + key.length + 1_000 },
      )
    },
    forget() {
      generation += 1
      answers.clear()
    },
    close() {
      open = false
      answers.clear()
    },
    get generation() {
      return generation
    },
    get given() {
      return given
    },
  }
}

function send({ head, pieces, own }: SharedAnswer, response: ServerResponse): void {
  response.writeHead(200, own ? [...head, ...own()] : [...head])
  response.end(withKey(pieces, randomUUID()))
}

const keyLength = 36

const lengthOf = (pieces: readonly Buffer[]): number =>
  pieces.reduce((length, piece) => length + piece.length, (pieces.length - 1) * keyLength)

/** A page whole again, with a key between its pieces. */
export function withKey(pieces: readonly Buffer[], key: string): Buffer {
  const [first, ...others] = pieces
  const own = Buffer.from(key)
  return others.length === 0 ? first! : Buffer.concat([first!, ...others.flatMap((piece) => [own, piece])])
}

/** Of one answer alone: the next is given its own, or none. */
const ofOneAnswer = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'set-cookie',
  'transfer-encoding',
  'x-request-id',
])

/** The head of an answer as it is kept for others. */
export const sharedHead = (headers: Readonly<Record<string, string | number | string[] | undefined>>): string[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || ofOneAnswer.has(name) ? [] : [name, String(value)],
  )
