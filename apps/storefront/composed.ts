import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Shown, WholePage } from './render.ts'

/** A page as it was composed. */
export interface Composed extends Pick<WholePage, 'pieces'> {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

export type Compose = (shown: Shown) => Promise<Composed>

/** What is kept takes no more memory than this. */
const mostBytes = 32 * 1_024 * 1_024

/**
 * Composing a page costs more than asking for all that it shows. A timeless page is composed once for what it shows, and given again while that is
 * the same: everything is asked for all the same, so nothing on it is older than what was asked. Nobody's own page is kept.
 */
export function composedOnce(compose: Compose): Compose {
  const pages = new LRUCache<string, Composed>({ maxSize: mostBytes })
  return async (shown) => {
    const key = keyOf(shown)
    const known = key && pages.get(key)
    if (known) return known
    const made = await compose(shown)
    if (key) pages.set(key, made, { size: made.pieces.reduce((bytes, piece) => bytes + piece.length, 1_000) })
    return made
  }
}

/** All that the page is made of; undefined where it is somebody's own, answers a form, or tells of the moment. */
function keyOf({ shows, status, view, page, timeless }: Shown): string | undefined {
  const { account, form, done, now: _now, formKey: _ownKey, ...told } = view
  if (!timeless || account || form || done) return undefined
  return hash('sha256', JSON.stringify([shows, status, told, page], spelled), 'base64')
}

/** JSON itself leaves out what stands in these. */
const spelled = (_name: string, value: unknown): unknown =>
  value instanceof Set || value instanceof Map || value instanceof URLSearchParams ? [...value] : value
