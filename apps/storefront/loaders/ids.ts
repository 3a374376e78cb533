import { isId } from '#kernel/id'
import { refusal } from '#kernel/refusal'

export const noSuchPage = refusal('not_found', 'request.no_such_page', (d: { id: string }) => `${d.id} is no id`)

/** An id out of an address. @throws noSuchPage when it has not the form of one */
export function idIn<Kind extends string>(text: string | undefined): Kind {
  if (!isId(text)) throw noSuchPage({ id: text ?? '' })
  return text as Kind
}

export const idOrNone = <Kind extends string>(text: string | null): Kind | undefined =>
  isId(text) ? (text as Kind) : undefined
