import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** Names a state of the tables and of what is seeded into them: kept data of another state are not used again. */
export function schemaKey(): string {
  const hash = createHash('sha256')
  for (const file of globSync(['migrations/*.sql', 'bench/seed/*.ts'], { cwd: root }).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex').slice(0, 10)
}
