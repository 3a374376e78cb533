import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { DataFolderTaken, type FolderLock, lockDataFolder } from '#platform/database'
import type { Report } from './progress.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Face {
  readonly name: 'storefront' | 'console'
  readonly command: readonly string[]
  /** What the built pages are made of; anything else may change without a new build. */
  readonly sources: readonly string[]
}

const shared = ['kernel/*.ts', 'modules/*/*/model.ts', 'modules/*/*/text.ts', 'package-lock.json']
const faces: readonly Face[] = [
  {
    name: 'storefront',
    command: ['node_modules/astro/bin/astro.mjs', 'build', '--root', 'apps/storefront', '--silent'],
    sources: ['apps/storefront/**/*', ...shared],
  },
  {
    name: 'console',
    command: ['node_modules/vite/bin/vite.js', 'build', 'apps/console', '--logLevel', 'error'],
    sources: ['apps/console/**/*', ...shared],
  },
]

/**
 * Builds the pages whose sources changed since their last build. Returns the names of what was built. Of several processes that
 * find them stale at once one builds, the others wait and find them fresh.
 */
export async function buildPages(report: Report = () => {}): Promise<string[]> {
  if (!faces.some(isStale)) return []
  const lock = await turnToBuild(report)
  try {
    const stale = faces.filter(isStale)
    for (const face of stale) {
      report(`progress.build.${face.name}`)
      const hash = hashOf(face.sources)
      await run(face.command)
      writeFileSync(markOf(face), hash)
    }
    return stale.map(({ name }) => name)
  } finally {
    lock.release()
  }
}

const dist = join(root, 'dist')
const markOf = ({ name }: Face): string => join(dist, `${name}.hash`)
const isStale = (face: Face): boolean =>
  !existsSync(markOf(face)) || readFileSync(markOf(face), 'utf8') !== hashOf(face.sources)

async function turnToBuild(report: Report): Promise<FolderLock> {
  for (let waited = 0; ; waited++) {
    try {
      return lockDataFolder(dist, { address: 'building the pages', now: Temporal.Now.instant() })
    } catch (error) {
      if (!(error instanceof DataFolderTaken)) throw error
      if (waited === 0) report('progress.build.waiting')
      await sleep(200)
    }
  }
}

function hashOf(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  const files = globSync([...patterns], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\.test\.tsx?$|[/\\](node_modules|\.astro|dist)[/\\]/.test(file))
    .sort()
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Lets whatever is urgent go first: on the first start the demo shop is what people wait for, and leaves time enough. */
function run(command: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' }
    const child = spawn(process.execPath, [...command], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    child.once('spawn', () => setPriority(child.pid!, constants.priority.PRIORITY_BELOW_NORMAL))
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command.join(' ')} ended with ${code}:\n${output}`)),
    )
  })
}
