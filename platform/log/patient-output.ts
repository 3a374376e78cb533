import { writeSync } from 'node:fs'
import type { Output } from './gathered.ts'

/** How much may wait for a reader, in characters; what is said beyond it is dropped and counted. */
const mostWaiting = 500_000
const againMillis = 100
const lastTries = 5

let dropped = 0

/** Lines of this process that nobody took in time, since its start. */
export const droppedLines = (): number => dropped

/**
 * Writes to a file descriptor without ever waiting for it: what a full pipe or a full disk does not take is kept and tried again every 100 ms,
 * at most half a million characters of it. Lines beyond that are dropped; how many is said in a line of its own once there is room. A process that
 * ends waits half a second for its reader.
 */
export function patientOutput(fd: number, most = mostWaiting): Output {
  let lines: string[] = []
  let waiting = 0
  let rest: Uint8Array = new Uint8Array()
  let unsaid = 0
  let timer: NodeJS.Timeout | undefined
  const isEmpty = () => rest.length === 0 && lines.length === 0 && unsaid === 0
  function flushSync() {
    clearTimeout(timer)
    timer = undefined
    try {
      while (!isEmpty()) {
        if (rest.length === 0) rest = nextLines()
        rest = rest.subarray(writeSync(fd, rest))
      }
    } catch {
      timer = setTimeout(flushSync, againMillis).unref()
    }
  }
  function nextLines(): Uint8Array {
    const said = unsaid > 0 ? [...lines, wereDropped(unsaid)] : lines
    lines = []
    waiting = 0
    unsaid = 0
    return Buffer.from(said.join(''))
  }
  return {
    write(line) {
      if (rest.length + waiting + line.length <= most) {
        lines.push(line)
        waiting += line.length
        if (waiting >= 8_192 && timer === undefined) flushSync()
      } else {
        unsaid += 1
        dropped += 1
      }
    },
    flushSync,
    end() {
      for (let tries = 0; tries < lastTries; tries++) {
        flushSync()
        if (isEmpty()) return
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, againMillis)
      }
    },
  }
}

const wereDropped = (count: number): string =>
  `${JSON.stringify({ level: 'warn', time: new Date().toISOString(), pid: process.pid, dropped: count, msg: 'log lines were dropped: nobody took them' })}\n`
