import type { Server } from './server.ts'

/** No shape we declare is nested deeper. */
const deepest = 32

type Fault = 'text' | 'number' | 'depth'

/**
 * Refuses, before anything runs, what could never be kept: NUL (no column takes it), half a surrogate pair (no encoding has it),
 * whole numbers beyond 2^53 (they would be read back as others), and nesting without end. It looks at what validation has
 * already turned into numbers, in body, query and address.
 */
export function refuseUnkeepable(app: Server): void {
  app.addHook('preHandler', ({ body, query, params }, _reply, done) => {
    mustBeKeepable('body', body)
    mustBeKeepable('query', query)
    mustBeKeepable('params', params)
    done()
  })
}

/** The same for what is read later, such as the parts of a form with files. @throws a finding like the validator's (400) */
export function mustBeKeepable(part: string, value: unknown): void {
  const found = faultIn(value, '', 0)
  if (found) throw invalid(part, ...found)
}

/** Shaped like a finding of the validator, so that it is told like one. */
const invalid = (part: string, fault: Fault, path: string) =>
  Object.assign(new Error(`cannot be kept: ${fault}`), {
    validation: [{ instancePath: path, keyword: fault, params: fault === 'depth' ? { limit: deepest } : {} }],
    validationContext: part,
  })

function faultIn(value: unknown, path: string, depth: number): [Fault, string] | undefined {
  if (typeof value === 'string') return isText(value) ? undefined : ['text', path]
  if (typeof value === 'number') return isExact(value) ? undefined : ['number', path]
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined
  if (depth === deepest) return ['depth', path]
  const entries = value instanceof URLSearchParams ? value : Object.entries(value)
  for (const [name, inner] of entries) {
    if (!isText(name)) return ['text', path]
    const found = faultIn(inner, `${path}/${name}`, depth + 1)
    if (found) return found
  }
  return undefined
}

const isExact = (value: number): boolean =>
  Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)
const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
