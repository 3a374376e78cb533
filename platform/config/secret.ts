import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/**
 * The installation's secret. Without one in the environment, 32 random bytes are made once and kept in the data folder,
 * readable by its owner alone. Who loses it loses the sealed personal data: it belongs into every backup.
 */
export function secretOf({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>): Buffer {
  if (secret !== undefined) return Buffer.from(secret)
  const file = join(dataDir, 'secret')
  return readSecret(file) ?? makeSecret(dataDir, file)
}

function readSecret(file: string): Buffer | undefined {
  try {
    const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
    if (secret.length !== 32)
      throw new Error(`${file} does not hold 32 bytes in hexadecimal: put it back from a backup`)
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Two processes may start at once: the first to link its draft wins, and both read the winner's. */
function makeSecret(dataDir: string, file: string): Buffer {
  const draft = `${file}.${process.pid}`
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readSecret(file)!
}
