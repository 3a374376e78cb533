import type { Id } from '#kernel/id'
import type { Locale } from '#kernel/text'
import { type Permission, permissions } from '#model/office/roles'
import type { AccountId } from '#platform/context'

export type { AuthenticatorSetup } from './authenticator.ts'
export { deviceText } from './device.ts'
export { maskPhone, readPhone } from './phone.ts'
export type { Awaited, SecondFactor, SecondFactorId } from './second-factor.ts'
export { accountsText } from './text.ts'

export type AccountKind = 'shopper' | 'staff'
export type AccountStatus = 'active' | 'disabled' | 'closed'
export type CodePurpose = 'register' | 'sign_in' | 'reset_password' | 'change_phone'

export interface Account {
  readonly id: AccountId
  readonly kind: AccountKind
  readonly userName: string
  readonly displayName: string
  readonly locale: Locale
  readonly status: AccountStatus
  /** Accounts made by signing in with a code have none until one is set. */
  readonly hasPassword: boolean
  readonly createdAt: Temporal.Instant
}

/** Where a call comes from: for limits per network and for the list of sessions. */
export interface Visitor {
  readonly ip: string
  readonly userAgent: string
}

/** What a sign-in gives: the token goes into a cookie and is stored nowhere, only its hash. */
export interface SignedIn {
  readonly token: string
  readonly expiresAt: Temporal.Instant
  readonly account: Account
}

export type SessionId = Id<'Session'>

/** A sign-in that still holds, as its owner sees it. */
export interface SessionView {
  readonly id: SessionId
  readonly startedAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
  readonly userAgent: string
  readonly ip: string
  readonly isThisOne: boolean
}

/** The same as whoever manages staff sees it. */
export interface MemberSession extends Omit<SessionView, 'ip' | 'isThisOne'> {
  /** The network the address lies in: /24 of IPv4, /64 of IPv6; empty when it was not known. */
  readonly network: string
}

export const accountLimits = {
  userNameMin: 3,
  userNameMax: 20,
  passwordMin: 8,
  passwordMax: 128,
  displayName: 30,
  codeDigits: 6,
  codeAttempts: 5,
} as const

export type ApiKeyId = Id<'ApiKey'>
export type ApiKeyState = 'active' | 'expired' | 'revoked'

/** What lets an outside system act in a shop. The key itself is shown once, when it is made. */
export interface ApiKey {
  readonly id: ApiKeyId
  readonly name: string
  /** The first characters of the key, by which people tell keys apart. */
  readonly prefix: string
  readonly scopes: readonly string[]
  readonly requestsPerMinute: number
  readonly state: ApiKeyState
  readonly createdAt: Temporal.Instant
  readonly createdBy: string
  readonly expiresAt: Temporal.Instant | null
  /** To the minute. */
  readonly lastUsedAt: Temporal.Instant | null
  readonly lastUsedIp: string
  readonly revokedAt: Temporal.Instant | null
  readonly revokedBy: string | null
}

/** What people alone may do: a key cannot make people, roles or further keys. */
const forPeople: readonly Permission[] = ['staff.manage', 'keys.manage']

/** The permissions that a key may be given. */
export const keyScopes: readonly Permission[] = permissions.filter((permission) => !forPeople.includes(permission))

export const keyLimits = { name: 60, requestsPerMinute: 60_000, days: 3_650 } as const
