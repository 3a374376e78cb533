import { LRUCache } from 'lru-cache'
import type { Context } from '#platform/context'

const seconds = 10

/** What is the same for everybody in a shop and a language is loaded once in some seconds, however many look at it. */
export function forEverybody<Data extends object>(
  load: (ctx: Context) => Promise<Data>,
): (ctx: Context) => Promise<Data> {
  const loaded = new LRUCache<string, Promise<Data>>({ max: 200, ttl: seconds * 1_000 })
  return (ctx) => {
    const key = `${ctx.shopId} ${ctx.locale}`
    const known = loaded.get(key)
    if (known) return known
    const data = load(ctx)
    loaded.set(key, data)
    data.catch(() => loaded.delete(key))
    return data
  }
}
