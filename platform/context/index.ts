import type { Id } from '#kernel/id'
import type { Locale } from '#kernel/text'
import type { Database, OpenTransaction } from '#platform/database'
import type { Outside } from '#platform/outside'
import type { Vault } from '#platform/vault'

export type ShopId = Id<'Shop'>
export type AccountId = Id<'Account'>

/** Who acts. Guests and the system have no account; a `key` is an outside system with an API key, known by the key's id. `name` is what the audit trail shows. */
export interface Actor {
  readonly kind: 'guest' | 'shopper' | 'staff' | 'key' | 'system' | 'provider'
  readonly id: AccountId | null
  readonly name: string
  /** Permissions of staff in this shop (`orders.cancel`), or the scopes of a key; empty for everybody else. */
  readonly permissions: ReadonlySet<string>
  /** Warehouses to which a permission is limited, by its name; a permission that is not named holds in all of the shop. */
  readonly within?: Readonly<Record<string, readonly string[]>>
  /** What a guest is known by from request to request: the hash of the token in the cookie. */
  readonly guestKey?: string
}

/** A caller's `Idempotency-Key`: the first transaction of the request stores its result under it. */
export interface RepeatKey {
  readonly scope: string
  readonly key: string
  /** Hash of the request's method, path and body: the same key for another request is refused. */
  readonly fingerprint: string
}

/** A caller's `If-Match`: the version of the thing it has seen and means to change. */
export interface SeenVersion {
  readonly id: string
  readonly version: number
}

/** What a use case may touch: the database, who is asking, what time it is, and the world outside. */
export interface Context {
  readonly db: Database
  readonly shopId: ShopId
  readonly actor: Actor
  readonly now: Temporal.Instant
  readonly outside: Outside
  readonly vault: Vault
  readonly locale: Locale
  /** Where the call came from, for the audit trail: a request's id or a job's name. */
  readonly origin: string
  readonly repeat?: RepeatKey
  readonly seen?: SeenVersion
  /** Given when the work has used up its time: nothing is committed any more. */
  readonly signal?: AbortSignal
}

/** The same inside an open transaction, without the world outside. */
export interface Tx {
  readonly db: OpenTransaction
  readonly shopId: ShopId
  readonly actor: Actor
  readonly now: Temporal.Instant
  readonly vault: Vault
  readonly locale: Locale
  readonly origin: string
  readonly seen?: SeenVersion
}

/** Either: what a read needs. */
export type Reader = Pick<Tx, 'shopId' | 'now' | 'vault' | 'locale'> & { readonly db: Database | OpenTransaction }

/** Whether somebody works for the shop: a member of staff, or a system to which staff gave a key. */
export const worksHere = ({ kind }: Pick<Actor, 'kind'>): boolean => kind === 'staff' || kind === 'key'

/** The house itself may do everything; people and their keys what they were permitted. */
export const may = ({ kind, permissions }: Pick<Actor, 'kind' | 'permissions'>, permission: string): boolean =>
  kind === 'system' || permissions.has(permission)

/** The warehouses in which somebody holds a permission; undefined where it holds in all of them. */
export const limitOf = ({ within }: Pick<Actor, 'within'>, permission: string): readonly string[] | undefined =>
  within?.[permission]

export const systemActor = (name: string): Actor => ({ kind: 'system', id: null, name, permissions: new Set() })
