export { screeningText } from './text.ts'

export const wordKinds = ['absolute', 'medical', 'privilege', 'superstition', 'prohibited_goods', 'own'] as const
export type WordKind = (typeof wordKinds)[number]
/** `block` keeps a listing from sale, `warn` only says so, `off` silences a built-in word in this shop. */
export const severities = ['block', 'warn', 'off'] as const
export type Severity = (typeof severities)[number]

/** A word that must not, or should not, stand in a listing. */
export interface ScreenRule {
  readonly word: string
  readonly kind: WordKind
  readonly severity: Severity
  /** `all`, or the one marketplace whose rule it is. */
  readonly platform: string
  readonly reason: { readonly zh: string; readonly en: string }
  /** Longer phrases in which the word is harmless: 第一次. */
  readonly exceptions: readonly string[]
}

/** A rule as a shop has it: built in, or changed or added by somebody. */
export interface ShopRule extends ScreenRule {
  readonly isBuiltIn: boolean
  readonly changedBy: string | null
}

/** One text of a listing and where it stands. */
export interface ScreenedText {
  readonly field: string
  readonly text: string
}

/** A word that was found: which, where, in what words. */
export interface ScreenHit {
  readonly field: string
  readonly rule: ScreenRule
  /** The word with what stands around it. */
  readonly snippet: string
}

export const screenLimits = { word: 40, reason: 200, exceptions: 30 } as const
