import { say } from '#kernel/text'
import { loadShop } from '#office/shops'
import { type ExportFilter, type ExportKind, type ExportRow, eachPage, filterInvalid } from '#platform/exports'
import { regionName } from '#platform/regions'
import { actorKinds, auditSubjects } from './audit-subjects.ts'
import { auditText } from './audit-text.ts'
import { type Fact, factsOf, type Reading } from './event-facts.ts'
import { eventName } from './event-name.ts'
import { type AuditEvent, type AuditWish, findAudit } from './find-audit.ts'

/**
 * The audit trail in words, as its page tells it. Who bought, what changed about an account, and whatever else an event says (staff's own words may
 * name people) are personal data: they leave for whoever may see whole recipients, with a reason, many of them only when a second person agrees.
 */
export const auditExport = (): ExportKind => ({
  kind: 'audit',
  label: { zh: '审计', en: 'Audit' },
  permission: 'audit.read',
  personal: 'customers.reveal',
  columns: [
    { field: 'at', label: auditText.at },
    { field: 'kind', label: auditText['filter.kind'] },
    { field: 'who', label: auditText.who },
    { field: 'buyer', label: auditText.buyer, personal: true },
    { field: 'what', label: auditText.what },
    { field: 'number', label: auditText.number },
    { field: 'changes', label: auditText.changes },
    { field: 'details', label: auditText.details, personal: true },
    { field: 'origin', label: auditText.origin },
    { field: 'type', label: auditText.type },
    { field: 'thing', label: auditText.thing },
  ],
  filters: {
    about: auditSubjects,
    actor: 'id',
    actorKind: actorKinds,
    thing: 'text',
    from: 'instant',
    until: 'instant',
  },
  rows: async function* (reader, filter) {
    const wish = wishOf(filter)
    const { timeZone } = await loadShop(reader)
    const instantText = (instant: string) =>
      Temporal.Instant.from(instant)
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .replace('T', ' ')
    const { locale } = reader
    const placeText = (code: string) => regionName(code, locale)
    const told = (event: AuditEvent) => rowOf(event, { locale, instantText, placeText })
    for await (const page of eachPage((cursor) => findAudit(reader, { ...wish, cursor, limit: 500 })))
      yield page.map(told)
  },
})

/** The filters of the page. @throws filterInvalid for several subjects or kinds of actors at once */
function wishOf({ about, actorKind, from, until, ...rest }: ExportFilter): AuditWish {
  const subject = auditSubjects.find((each) => each === about)
  if (about && !subject) throw filterInvalid({ field: 'about', value: about })
  const kind = actorKinds.find((each) => each === actorKind)
  if (actorKind && !kind) throw filterInvalid({ field: 'actorKind', value: actorKind })
  const instant = (text: string | undefined) => (text ? Temporal.Instant.from(text) : undefined)
  return { ...rest, about: subject, actorKind: kind, from: instant(from), until: instant(until) }
}

function rowOf(event: AuditEvent, how: Reading): ExportRow {
  const { actorKind, actorName, data } = event
  const isBuyer = actorKind === 'shopper' || actorKind === 'guest'
  const isAboutPerson = event.aggregate === 'account' || event.aggregate === 'customer'
  const facts = factsOf(event, how)
  const isOpen = ({ before, isOwnWords }: Fact) => before !== undefined && !isAboutPerson && !isOwnWords
  const line = ({ field, before, after }: Fact) => `${field} ${before === undefined ? '' : `${before} → `}${after}`
  const inOneLine = (some: readonly Fact[]) => some.map(line).join(how.locale === 'zh' ? '；' : '; ')
  return {
    at: event.at.toString(),
    kind: say(auditText, how.locale, `kind.${actorKind}`),
    who: isBuyer || actorKind === 'system' ? null : actorName,
    buyer: isBuyer ? actorName : null,
    what: eventName(event.type, how.locale),
    number: typeof data.number === 'string' ? data.number : null,
    changes: inOneLine(facts.filter(isOpen)),
    details: inOneLine(facts.filter((fact) => !isOpen(fact))),
    origin: event.origin,
    type: event.type,
    thing: event.aggregateId,
  }
}
