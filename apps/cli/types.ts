import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Writes platform/database/schema.ts from the migrated database. */
export function writeTypes(databaseUrl: string): number {
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  const { status } = spawnSync(process.execPath, ['node_modules/kysely-codegen/dist/cli/bin.js'], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  return status ?? 1
}
