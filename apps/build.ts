import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

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

/** Builds the pages whose sources changed since their last build. Returns the names of what was built. */
export async function buildPages(report: (line: string) => void = () => {}): Promise<string[]> {
  const built: string[] = []
  for (const face of faces) {
    const hash = hashOf(face.sources)
    const mark = join(root, 'dist', `${face.name}.hash`)
    if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) continue
    report(`building the ${face.name} pages`)
    await run(face.command)
    mkdirSync(dirname(mark), { recursive: true })
    writeFileSync(mark, hash)
    built.push(face.name)
  }
  return built
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

function run(command: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' }
    const child = spawn(process.execPath, [...command], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command.join(' ')} ended with ${code}:\n${output}`)),
    )
  })
}
