/** What kind of no the business says. The HTTP edge alone turns it into a status. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  /** The caller has seen an older version of the thing than the one it wants to change. */
  | 'stale'
  | 'too_many'
  | 'busy'

/** An answer of the business that is not a yes: a stable code and typed details. Never caught inside a room. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(kind: RefusalKind, code: string, details: Readonly<Record<string, unknown>>, message: string) {
    super(message)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.details = details
  }
}

export interface RefusalOf<D> {
  (details: D): Refusal
  readonly code: string
  readonly kind: RefusalKind
}

const declared = new Map<string, RefusalKind>()

/**
 * Declares a refusal beside its noun; throw it by calling it. The message is for engineers, in English; what a person
 * reads comes from the text catalogue under the same code. A detail named `field` points at the input that is wrong.
 */
export function refusal<D extends object>(
  kind: RefusalKind,
  code: string,
  message: (details: D) => string,
): RefusalOf<D> {
  declared.set(code, kind)
  return Object.assign((details: D) => new Refusal(kind, code, details as Record<string, unknown>, message(details)), {
    code,
    kind,
  })
}

/** Every code declared so far, for the check that each has its text in both languages. */
export const declaredRefusals = (): readonly string[] => [...declared.keys()]

/** Every refusal declared so far with its kind, by code: for the documentation of the API. */
export const refusalKinds = (): ReadonlyMap<string, RefusalKind> => declared

export const isRefusal = (error: unknown, of?: RefusalOf<never>): error is Refusal =>
  error instanceof Refusal && (of === undefined || error.code === of.code)
