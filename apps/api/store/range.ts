export interface ByteRange {
  readonly first: number
  readonly last: number
}

/**
 * The bytes that a `Range` header asks for, of a file of `size` bytes; undefined for the whole: no header, several ranges at once, or one
 * that cannot be read, which RFC 9110 lets a server pass over.
 */
export function rangeIn(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (!from && !to) return undefined
  if (!from) return Number(to) > 0 ? { first: Math.max(0, size - Number(to)), last: size - 1 } : 'unsatisfiable'
  if (to && Number(to) < Number(from)) return undefined
  if (Number(from) >= size) return 'unsatisfiable'
  return { first: Number(from), last: Math.min(to ? Number(to) : size - 1, size - 1) }
}
