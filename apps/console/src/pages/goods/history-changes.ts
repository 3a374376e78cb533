import { decimalText, type Money } from '#kernel/money'

/** One thing that differs between two states of a product. */
export interface Change {
  /** Where it stands: "texts", "zh", "name". */
  readonly path: readonly string[]
  readonly before: string
  readonly after: string
}

/** Everything that differs, leaf by leaf, in the order of the state before. What was not there reads as nothing. */
export function changesBetween(before: unknown, after: unknown, path: readonly string[] = []): Change[] {
  if (same(before, after)) return []
  if (!isBranch(before) && !isBranch(after)) return [{ path, before: words(before), after: words(after) }]
  const [from, to] = [branch(before), branch(after)]
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => !unseen.has(key))
  return keys.flatMap((key) => changesBetween(from[key], to[key], [...path, key]))
}

/** Ids say nothing to people. */
const unseen = new Set(['id', 'pictureId', 'requiresShipping', 'status'])

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Lists of words and amounts are shown whole: "新品、茶具", "49.00". */
const isBranch = (value: unknown): value is object =>
  isObject(value) && !isMoney(value) && !(Array.isArray(value) && !value.some(isObject))

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isMoney = (value: object): value is Money => 'minor' in value && 'currency' in value
const branch = (value: unknown): Readonly<Record<string, unknown>> =>
  isBranch(value) ? (Object.fromEntries(Object.entries(value)) as Record<string, unknown>) : {}

function words(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join('、')
  if (isObject(value) && isMoney(value)) return decimalText(value)
  return String(value)
    .replaceAll(/<[^>]*>/g, ' ')
    .trim()
}
