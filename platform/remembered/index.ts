import { LRUCache } from 'lru-cache'
import type { Reader, Tx } from '#platform/context'
import { afterwards, insideTransaction } from '#platform/database'

/** What a shop keeps of one kind, read from memory while it is young. */
export interface Remembered<Value> {
  (reader: Reader): Promise<Value>
  /** Whoever changes it says so in the same transaction: until that has ended, this process reads the database. */
  readonly forget: (tx: Tx) => void
}

const youngMillis = 3_000
const usableMillis = 60_000

interface Memory<Value> {
  known?: { readonly value: Value; readonly readAt: number }
  reading?: Promise<Value>
  /** Transactions that are changing it now. */
  changing: number
  /** How often it was changed: what was read before a change is not kept after it. */
  changes: number
}

/**
 * Remembers what changes rarely and every request asks for (settings, freight tables), a shop at a time: this process sees a change at once, others
 * within 3 seconds. Many who ask at once outside transactions ask the database once; while it does not answer they get what was true up to a
 * minute ago. Only for what may be that old: never for stock, prices of goods or balances.
 */
export function remembered<Value extends object>(load: (reader: Reader) => Promise<Value>): Remembered<Value> {
  const memories = new LRUCache<string, Memory<Value>>({ max: 1_000 })
  const memoryOf = ({ shopId }: Pick<Reader, 'shopId'>): Memory<Value> => {
    const memory = memories.get(shopId) ?? { changing: 0, changes: 0 }
    memories.set(shopId, memory)
    return memory
  }
  const ask = async (reader: Reader): Promise<Value> => {
    const memory = memoryOf(reader)
    const { known } = memory
    if (known && ageOf(known) < youngMillis) return known.value
    if (insideTransaction()) return read(memory, () => load(reader))
    return readOnce(memory, () => load(reader)).catch((error: unknown) => {
      if (known && ageOf(known) < usableMillis) return known.value
      throw error
    })
  }
  const forget = (tx: Tx): void => {
    const memory = memoryOf(tx)
    startAnew(memory, 1)
    afterwards(tx, () => startAnew(memory, -1))
  }
  return Object.assign(ask, { forget })
}

function readOnce<Value>(memory: Memory<Value>, load: () => Promise<Value>): Promise<Value> {
  if (memory.reading) return memory.reading
  const reading = read(memory, load).finally(() => {
    if (memory.reading === reading) memory.reading = undefined
  })
  memory.reading = reading
  return reading
}

async function read<Value>(memory: Memory<Value>, load: () => Promise<Value>): Promise<Value> {
  const { changes } = memory
  const value = await load()
  if (memory.changing === 0 && memory.changes === changes) memory.known = { value, readAt: performance.now() }
  return value
}

const ageOf = ({ readAt }: { readonly readAt: number }): number => performance.now() - readAt

function startAnew<Value>(memory: Memory<Value>, changing: 1 | -1): void {
  memory.known = undefined
  memory.reading = undefined
  memory.changing += changing
  memory.changes += 1
}
