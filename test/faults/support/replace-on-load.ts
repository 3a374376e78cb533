import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Other words for a snippet of a source file. */
export interface Replacement {
  /** From the root of the repository. */
  readonly file: string
  /** Must stand in the file exactly once, so that a replacement never goes stale in silence. */
  readonly find: string
  readonly replace: string
}

const root = join(import.meta.dirname, '..', '..', '..')

/** @throws Error when the snippet does not stand there exactly once */
export function replaceIn(text: string, { file, find, replace }: Replacement): string {
  const [before, after, ...more] = text.split(find)
  if (after === undefined || more.length > 0) throw new Error(`${file} does not hold exactly once: ${find}`)
  return `${before}${replace}${after}`
}

/** From now on these files of ours are loaded with other words in them. The files themselves stay as they are. */
export function replaceOnLoad(replacements: readonly Replacement[]): void {
  const byUrl = Map.groupBy(replacements, ({ file }) => pathToFileURL(join(root, file)).href)
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      const wanted = byUrl.get(url)
      if (!wanted) return loaded
      const text =
        typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString()
      return { ...loaded, source: wanted.reduce(replaceIn, text) }
    },
  })
}
