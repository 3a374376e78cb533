const gatherMillis = 10
const error = 50

/** A destination as pino calls it: it is told the level of the line it is given. */
export interface Gathered {
  lastLevel: number
  write(line: string): void
}

export interface Output {
  write(line: string): unknown
  flushSync(): void
  /** The last words of a process that ends. */
  end(): void
}

/**
 * Takes the lines of ten milliseconds at once, because each write costs more than making a line. An error is written at once, with what was
 * said before it; a process that ends writes what is left.
 */
export function gathered(to: Output): Gathered {
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    to.flushSync()
  }
  process.once('exit', () => to.end())
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
