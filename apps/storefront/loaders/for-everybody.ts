import { LRUCache } from 'lru-cache'
import type { Context } from '#platform/context'

const seconds = 10

/** What is the same for everybody in a shop and a language is loaded once in some seconds, however many look at it; `of` names which it is. */
export function forEverybody<Data extends object, Of extends readonly string[] = []>(
  load: (ctx: Context, ...of: Of) => Promise<Data>,
): (ctx: Context, ...of: Of) => Promise<Data> {
  const loaded = new LRUCache<string, Promise<Data>>({ max: 2_000, ttl: seconds * 1_000 })
  return (ctx, ...of) => {
    const key = [ctx.shopId, ctx.locale, ...of].join(' ')
    const known = loaded.get(key)
    if (known) return known
    const data = load(ctx, ...of)
    loaded.set(key, data)
    data.catch(() => loaded.delete(key))
    return data
  }
}
