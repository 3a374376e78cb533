export { confidentialityText } from './text.ts'

/** What the staff of a shop promise. */
export interface Statement {
  readonly version: number
  readonly body: { readonly zh: string; readonly en: string }
  readonly publishedAt: Temporal.Instant
  readonly publishedBy: string
}

export const statementLimits = { body: 20_000 } as const
