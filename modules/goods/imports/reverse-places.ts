import { brandUse, categoryUse, type Leaving, type MadeCategory, removeBrand, removeCategory } from '#goods/catalog'
import type { Brand, CategoryId, ProductId } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import type { ImportEffect, ReversalRun, Reverse, Reversed } from '#platform/imports'

/** What a look ahead would have taken away so far, kept from batch to batch. */
interface Gone {
  readonly products: ProductId[]
  readonly categories: CategoryId[]
}

/** What is already judged to go: it does not count as use of the category it lies in. */
export function goneIn({ memory }: ReversalRun): Gone {
  const gone = (memory.get('gone') ?? { products: [], categories: [] }) as Gone
  memory.set('gone', gone)
  return gone
}

/** Removes a category or brand that an import made, where nobody has edited it and nothing uses it any more. */
export async function takePlaceBack(tx: Tx, effect: ImportEffect, run: ReversalRun): Promise<Reversed> {
  const gone = goneIn(run)
  const { exists, isUsed, isEdited } = await standingOf(tx, effect, gone)
  if (!exists) return { outcome: 'reversed' }
  if (isEdited) return { outcome: 'kept', code: 'imports.edited_since', details: { parts: effect.subject } }
  if (isUsed) return { outcome: 'kept', code: 'catalog.place_in_use' }
  if (!run.dryRun) await remove(tx, effect)
  else if (effect.subject === 'category') gone.categories.push(effect.subjectId as CategoryId)
  return { outcome: 'reversed' }
}

const standingOf = (tx: Tx, { subject, after }: ImportEffect, leaving: Leaving) =>
  subject === 'category' ? categoryUse(tx, after as MadeCategory, leaving) : brandUse(tx, after as Brand, leaving)

const remove = (tx: Tx, { subject, after }: ImportEffect): Promise<unknown> =>
  subject === 'category' ? removeCategory(tx, after as MadeCategory) : removeBrand(tx, (after as Brand).id)

/** Takes back what a sheet of categories made, the lowest first. */
export const reverseCategories: Reverse = async (tx, effects, run) => {
  const answers: Reversed[] = []
  for (const effect of effects) answers.push(await takePlaceBack(tx, effect, run))
  return answers
}
