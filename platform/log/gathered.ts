import { destination } from 'pino'

const gatherMillis = 10
const error = 50

/** A destination as pino calls it: it is told the level of the line it is given. */
export interface Gathered {
  lastLevel: number
  write(line: string): void
}

interface Output {
  write(line: string): unknown
  flushSync(): void
}

/** Standard output, written when there are 8 KB or when it is told to. */
const standardOutput = (): Output => destination({ dest: 1, sync: true, minLength: 8_192 })

/**
 * Takes the lines of ten milliseconds at once, because each write costs more than making a line. An error is written at once, with what was
 * said before it; a process that ends writes what is left.
 */
export function gathered(to: Output = standardOutput()): Gathered {
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    to.flushSync()
  }
  process.once('exit', flush)
  const gathering = {
    [Symbol.for('pino.metadata')]: true,
    lastLevel: 0,
    write(line: string) {
      to.write(line)
      if (gathering.lastLevel >= error) flush()
      else timer ??= setTimeout(flush, gatherMillis)
    },
  }
  return gathering
}
