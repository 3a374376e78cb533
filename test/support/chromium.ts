import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium, type LaunchOptions } from '@playwright/test'

const require = createRequire(import.meta.url)

/**
 * Opens the Chromium that comes with npm: nothing is downloaded or installed. CHROMIUM_PATH names another one; on other
 * platforms than Linux x64 the machine's own Chrome is used.
 */
export async function openBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ ...(await chromiumFromNpm()), ...options })
}

async function chromiumFromNpm(): Promise<LaunchOptions> {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH, args: [...containerFlags] }
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' }
  const folder = await unpacked()
  return {
    executablePath: join(folder, 'chromium'),
    args: [...containerFlags],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: fontsFor(folder) } as Record<
      string,
      string
    >,
  }
}

/** Without these Chromium refuses to run as root and dies of a small /dev/shm. Web security stays on. */
const containerFlags = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu']

/** The folder with the unpacked browser; unpacked under another name first, so that two test runs cannot meet half of it. */
async function unpacked(): Promise<string> {
  const source = packageFolder()
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const folder = join(cacheFolder(), `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(dirname(folder), { recursive: true })
  const draft = mkdtempSync(`${folder}.`) // another thread of this process may be unpacking too
  await unpackInto(draft, join(source, 'bin'))
  try {
    renameSync(draft, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
  return folder
}

function packageFolder(): string {
  let folder = dirname(require.resolve('@sparticuz/chromium'))
  while (!existsSync(join(folder, 'bin'))) folder = dirname(folder)
  return folder
}

/** `al2023` holds the libraries that a bare machine lacks, `swiftshader` draws without a graphics card. */
async function unpackInto(folder: string, bin: string): Promise<void> {
  await decompress(join(bin, 'chromium.br'), join(folder, 'chromium'), 0o755)
  for (const part of ['al2023', 'swiftshader']) {
    const archive = join(folder, `${part}.tar`)
    await decompress(join(bin, `${part}.tar.br`), archive, 0o644)
    execFileSync('tar', ['--extract', '--no-same-owner', '--file', archive], { cwd: folder })
    rmSync(archive)
  }
}

const decompress = (from: string, to: string, mode: number): Promise<void> =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }))

/** Chromium comes without Chinese glyphs: fontconfig is pointed at the fonts from npm. */
function fontsFor(folder: string): string {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
  const config = join(cacheFolder(), 'fonts.conf')
  const draft = `${config}.${randomUUID()}` // a browser of another thread may be reading it
  writeFileSync(
    draft,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${escaped(dirname(fonts))}</dir><cachedir>${escaped(join(folder, 'fc'))}</cachedir></fontconfig>`,
  )
  renameSync(draft, config)
  return cacheFolder()
}

const escaped = (path: string): string => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Beside the packages, so that it goes with them; in the temporary folder when somebody else installed them. */
function cacheFolder(): string {
  const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))
  const folder = isWritable(modules)
    ? join(modules, '.cache', 'zhanggui')
    : join(tmpdir(), `zhanggui-cache-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
