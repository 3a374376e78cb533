import type { Context } from '#platform/context'
import {
  type Import,
  type ImportKind,
  importKind,
  importKinds,
  loadImport,
  mayImport,
  permitted,
} from '#platform/imports'

/** A kind that this person may bring in. @throws importKindUnknown, importNotPermitted */
export const kindFor = ({ actor }: Context, name: string): ImportKind => permitted(actor, importKind(name))

export const permittedKinds = ({ actor }: Context): ImportKind[] =>
  importKinds().filter((kind) => mayImport(actor, kind))

/** An import of a kind that this person may bring in: its rows may hold what others must not see. */
export async function ownImport(context: Context, id: Import['id']): Promise<Import> {
  const found = await loadImport(context, id)
  kindFor(context, found.kind)
  return found
}
