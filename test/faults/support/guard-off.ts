import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { guardsNamed, without } from '../guards.ts'

/**
 * Loaded before everything else (`node --import`): while the files of the guards named in `GUARD_OFF` are loaded, their snippets are
 * replaced, so that a race shows what the guard was for. A guard that is not found where it is said to stand fails the start.
 */
const root = fileURLToPath(new URL('../../..', import.meta.url))
const sources = new Map<string, string>()
for (const guard of guardsNamed((process.env.GUARD_OFF ?? '').split(',').filter(Boolean))) {
  const { href } = pathToFileURL(`${root}${guard.file}`)
  sources.set(href, without(guard, sources.get(href) ?? readFileSync(new URL(href), 'utf8')))
}

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    const source = sources.get(url)
    return source === undefined ? loaded : { ...loaded, source }
  },
})
