export { privacyText } from './text.ts'

/** What shoppers agree to: how their data are used, and the terms of the platform. */
export const policyKinds = ['privacy', 'terms'] as const
export type PolicyKind = (typeof policyKinds)[number]

export interface Policy {
  readonly kind: PolicyKind
  readonly version: number
  readonly title: { readonly zh: string; readonly en: string }
  readonly body: { readonly zh: string; readonly en: string }
  readonly holdsFrom: Temporal.Instant
  readonly createdBy: string
}

/** The versions somebody has ticked. */
export type Agreement = Readonly<Partial<Record<PolicyKind, number>>>

/** Where somebody agreed: when the account was made, at a sign-in by code that made it, or asked again later. */
export type ConsentOrigin = 'registration' | 'sign_in' | 'account'
