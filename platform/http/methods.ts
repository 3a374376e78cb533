import type { Server } from './server.ts'

/** The methods that an address takes; none when there is no such address. */
export type MethodsOf = (url: string) => readonly string[]

/** Writes down which addresses of the API exist, so that a wrong method is told from a wrong address. */
export function methodsOf(app: Server): MethodsOf {
  const known = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    if (!url.startsWith('/api/')) return
    const methods = known.get(url) ?? new Set()
    for (const each of [method].flat()) methods.add(each)
    known.set(url, methods)
  })
  return (url) => {
    const path = url.split('?')[0]!.replace(/\/$/, '')
    const found = [...known].filter(([pattern]) => shapeOf(pattern).test(path))
    return [...new Set(found.flatMap(([, methods]) => [...methods]))].sort()
  }
}

const shapeOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/:\w+/g, '[^/]+')
      .replaceAll('*', '.*')}$`,
  )
