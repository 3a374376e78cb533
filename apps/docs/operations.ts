import type { ApiDocument, Operation } from './document.ts'

export interface Call {
  readonly method: string
  readonly path: string
  /** `POST /api/v1/admin/products`: how the client and the documentation name it. */
  readonly key: string
  readonly operation: Operation
}

/** Calls of one side of the API that belong together: a page of the reference. */
export interface Group {
  /** `admin-products`: the page's address. */
  readonly id: string
  readonly side: Side
  readonly tag: string
  readonly calls: readonly Call[]
}

export const sides = ['partner', 'admin', 'store', 'provider'] as const
export type Side = (typeof sides)[number]

export const callsOf = (document: ApiDocument): Call[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const name = method.toUpperCase()
      return { method: name, path, key: `${name} ${path}`, operation }
    }),
  )

/** The reference in the order of its menu: partners first, then by side and tag. */
export function groupsOf(document: ApiDocument): Group[] {
  const byGroup = Map.groupBy(
    callsOf(document),
    ({ path, operation }) => `${sideOf(path)}-${operation.tags?.[0] ?? 'other'}`,
  )
  const groups = [...byGroup].map(([id, calls]): Group => {
    const side = sideOf(calls[0]!.path)
    return { id, side, tag: id.slice(side.length + 1), calls }
  })
  return groups.sort((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side) || a.tag.localeCompare(b.tag))
}

const sideOf = (path: string): Side => (path.split('/')[3] ?? 'store') as Side

/** Whether a call has something to do with every word: its path, words, fields. */
export function matches({ key, operation }: Call, text: string): boolean {
  const all = `${key} ${JSON.stringify(operation)}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
