import { Link } from '@tanstack/react-router'
import { ledgerText } from '#model/office/ledger'
import { eventName } from '../../../../audit/event-name.ts'
import { placeOf } from '../../../places.ts'
import { moneyText, useInstantText, useListText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { useCaseNames } from '../care/case.ts'
import { useTemplateName } from '../office/template-name.ts'
import { CommentFoot } from './OrderCommentFoot.tsx'
import type { SentEntry } from './OrderTimeline.tsx'
import { useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'
import { placesJudged, type SentHit, useRuleWords } from './rule-words.ts'
import { tagsText } from './tags-text.ts'
import { twinText } from './twin-text.ts'

/** One thing that happened: when, in which lane, what, about which thing, who did it. */
export function TimelineRow({ entry }: { readonly entry: SentEntry }) {
  const t = useText(twinText)
  const instantText = useInstantText()
  const nameOf = useEventName()
  const { said, facts } = useDetails(entry)
  const { lane, at, amount, type } = entry
  return (
    <li className={`lane-${lane}${type === 'comment' ? ' twin-comment' : ''}`}>
      <time dateTime={at}>{instantText(at)}</time>
      <span className="lane-dot" aria-hidden />
      <span className="twin-lane">{t(`lane.${lane}`)}</span>
      <span className="twin-body">
        {nameOf(type)} {amount && <strong>{moneyText(amount)}</strong>} {facts} <Thing entry={entry} />
        {type === 'order.ruled' && <RuleWhy entry={entry} />}
        {said && <div className="twin-said">{said}</div>}
        {type === 'comment' && <CommentFoot entry={entry} />}
      </span>
      <Actor entry={entry} />
    </li>
  )
}

/** Which rule met the order, why, and what became of it. */
function RuleWhy({ entry: { facts } }: { readonly entry: SentEntry }) {
  const { rule, met, outcome } = facts as unknown as Pick<SentHit, 'met' | 'outcome'> & { readonly rule: string }
  const say = useRuleWords(
    met.map(({ condition }) => condition),
    placesJudged(met),
  )
  const why = met.map((each) => `${say.condition(each.condition)} — ${say.actual(each)}`)
  return (
    <>
      <strong>{rule}</strong>
      <div className="twin-said">
        {say.outcome(outcome)}
        {why.map((each) => (
          <div key={each}>{each}</div>
        ))}
      </div>
    </>
  )
}

function Actor({ entry: { actorKind, actorName, origin } }: { readonly entry: SentEntry }) {
  const t = useText(twinText)
  const kind = actorKind in kinds ? t(`actor.${actorKind as keyof typeof kinds}`) : ''
  const isJob = actorKind === 'system' && /^[a-zA-Z-]+\.[a-zA-Z]+$/.test(origin)
  return (
    <span className="twin-by">
      {actorKind === 'system' ? kind : [kind, actorName].filter(Boolean).join(' ')}
      {isJob && <div>{t('cause.job', { origin })}</div>}
    </span>
  )
}
const kinds = { system: true, shopper: true, guest: true, provider: true, key: true }

const withOwnPage = ['outbound', 'case', 'transfer']
/** They stand on the order's page itself, under their id. */
const onThisPage = ['payment', 'refund', 'dispute', 'parcel']

/** The thing it is about, unless that is the order itself; it leads to where the thing is shown. */
function Thing({ entry: { thing } }: { readonly entry: SentEntry }) {
  const t = useText(twinText)
  if (thing.kind === 'order') return null
  const name = `${t(`thing.${thing.kind as 'payment'}`)} ${thing.label}`
  const place = withOwnPage.includes(thing.kind) ? placeOf(thing.kind, thing.id) : null
  return (
    <span className="twin-thing">
      {place && <Link to={place}>{name}</Link>}
      {onThisPage.includes(thing.kind) && <a href={`#${thing.id}`}>{name}</a>}
      {!place && !onThisPage.includes(thing.kind) && name}
    </span>
  )
}

/** What happened, in words: the order's own, those of a lane, or the noun and verb of the event. */
function useEventName(): (type: string) => string {
  const order = useText(ordersPageText)
  const t = useText(twinText)
  const templateName = useTemplateName()
  const language = useLocale()
  return (type) => {
    const [noun = ''] = type.split('.')
    if (`event.${type}` in ordersPageText) return order(`event.${type}` as 'event.order.placed')
    if (`event.${type}` in twinText) return t(`event.${type}` as 'event.comment')
    const about = type.slice(noun.length + 1)
    if (noun === 'message') return t('event.message.of', { what: templateName(about) })
    if (`event.${noun}` in twinText) return t(`event.${noun}` as 'event.comment')
    return eventName(type, language)
  }
}

const isList = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Further words: how many of what from where, between which accounts, how a message fared, who saw to a notice. */
function useDetails({ type, facts, said }: SentEntry): { readonly said: string; readonly facts: string } {
  const t = useText(twinText)
  const accounts = useText(ledgerText)
  const tags = useText(tagsText)
  const listText = useListText()
  const { reason } = useOrderNames()
  const cases = useCaseNames()
  const [noun] = type.split('.')
  if (type === 'order.tagged')
    return {
      said: '',
      facts: (['added', 'removed'] as const)
        .flatMap((what) => (isList(facts[what]) ? [tags(what, { names: listText(facts[what]) })] : []))
        .join(' · '),
    }
  const spoken = said && cases.reason(reason(said))
  switch (noun) {
    case 'stock':
      return {
        said: spoken,
        facts: [
          t('stock.pieces', { quantity: Math.abs(Number(facts.quantity)) }),
          facts.sku,
          facts.warehouse,
          facts.bin,
        ]
          .filter(Boolean)
          .join(' · '),
      }
    case 'ledger':
      return {
        said: '',
        facts: t('event.ledger.of', {
          debit: accounts(`ledger.${facts.debit as 'sales'}`),
          credit: accounts(`ledger.${facts.credit as 'sales'}`),
        }),
      }
    case 'message':
      return {
        said,
        facts: `${t(`event.message.${facts.channel as 'sms'}`)} · ${t(`event.message.${facts.status as 'sent'}`)}`,
      }
    case 'notice':
      return {
        said,
        facts: facts.doneAt ? t('event.notice.done', { by: textOf(facts.doneBy) }) : t('event.notice.open'),
      }
    default:
      return { said: spoken, facts: textOf(facts.waybillNumber) }
  }
}
