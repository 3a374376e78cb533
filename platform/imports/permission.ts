import { refusal } from '#kernel/refusal'
import { type Actor, limitOf } from '#platform/context'
import type { ImportKind } from './import-kind.ts'

export const importNotPermitted = refusal(
  'forbidden',
  'imports.not_permitted',
  (d: { permission: string }) => `the permission ${d.permission} is missing`,
)

/** Whether somebody may bring in this kind of sheet, which may name any warehouse; the house itself may bring in all. */
export const mayImport = (actor: Actor, { permission }: Pick<ImportKind, 'permission'>): boolean =>
  actor.kind === 'system' ||
  permission === undefined ||
  (actor.permissions.has(permission) && !limitOf(actor, permission))

/** The kind, for somebody who may bring it in. @throws importNotPermitted */
export function permitted<Kind extends ImportKind>(actor: Actor, kind: Kind): Kind {
  if (!mayImport(actor, kind)) throw importNotPermitted({ permission: kind.permission! })
  return kind
}
