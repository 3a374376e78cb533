/** What was typed, without the spaces around it. */
export const textOf = (body: URLSearchParams, name: string): string => (body.get(name) ?? '').trim()

/** A whole number; NaN, which every limit refuses, when it is none. */
export const wholeOf = (body: URLSearchParams, name: string): number => {
  const text = textOf(body, name)
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
}

/** The path with the good news that its page shows (`done.…`). */
export const doneAt = (path: string, done: string): string => `${path}${path.includes('?') ? '&' : '?'}done=${done}`
