import { factsOf, placesIn, type Reading, type Told } from '../../../../audit/event-facts.ts'
import type { Changed } from '../../frame/contest.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useLocale } from '../../frame/language.ts'
import { useRegionNames } from '../../frame/Region.tsx'

/** How events are read by who looks at them: their language and clock, and the names of the places that are in them. */
export function useReading(data: unknown): Reading {
  return { locale: useLocale(), instantText: useInstantText(), placeText: useRegionNames(placesIn(data)) }
}

/** What somebody made of a thing, field by field, in the words of the audit trail. */
export function useChangesText(before: object, after: object, aggregate: Told['aggregate'] = ''): Changed[] {
  const data = { before, after }
  return factsOf({ aggregate, data }, useReading(data))
}
