import { decimalText, type Money } from '#kernel/money'
import { type Locale, say, type Texts } from '#kernel/text'
import { afterSalesText } from '#model/care/after-sales'
import { catalogText } from '#model/goods/catalog'
import { permissionWords, presetOf, rolesText } from '#model/office/roles'
import { ordersText } from '#model/sales/orders'
import { paymentsText } from '#model/sales/payments'
import { shippingText } from '#model/supply/shipping'
import { warehouseText } from '#model/supply/warehouse'
import { fieldWords } from './audit-fields-text.ts'
import { auditText } from './audit-text.ts'
import { settingValue } from './setting-value.ts'

/** One thing that an event says, in words: a field that changed, or a fact without a before. */
export interface Fact {
  /** Where it stands: "Texts › Chinese › Name". */
  readonly field: string
  /** Undefined for a fact that replaced nothing. */
  readonly before?: string
  readonly after: string
  /** What somebody wrote in words of their own, which may name people. */
  readonly isOwnWords?: true
}

export interface Told {
  readonly aggregate: string
  readonly data: Readonly<Record<string, unknown>>
  /** Of a change of a setting: its name, and the unit of its values. */
  readonly setting?: { readonly zh: string; readonly en: string; readonly unit: string } | null
}

/** In whose words, and by whose clock. */
export interface Reading {
  readonly locale: Locale
  readonly instantText: (instant: string) => string
  /** The name of a place by its code. */
  readonly placeText: (code: string) => string
}

interface ReadingOf extends Reading {
  readonly aggregate: string
}

type Path = readonly string[]

/** What an event changed, leaf by leaf, then whatever else it says. Fields that hold a before and an after of their own count as changes. */
export function factsOf({ aggregate, data, setting }: Told, how: Reading): Fact[] {
  if (setting) {
    const inWords = (value: unknown) => settingValue(value, setting.unit, how.locale)
    return [{ field: setting[how.locale], before: inWords(data.before), after: inWords(data.after) }]
  }
  const reading = { ...how, aggregate }
  const { before, after, ...rest } = data
  const own = before === undefined && after === undefined ? [] : changes([], before, after, reading)
  const others = Object.entries(rest).flatMap(([name, value]) =>
    isChange(value) ? changes([name], value.before, value.after, reading) : facts([name], value, reading),
  )
  return [...own, ...others]
}

const isChange = (value: unknown): value is { readonly before: unknown; readonly after: unknown } =>
  isBranch(value) && 'before' in value && 'after' in value

function changes(path: Path, before: unknown, after: unknown, how: ReadingOf): Fact[] {
  if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return []
  if (isBranch(before) || isBranch(after)) {
    const [from, to] = [branch(before), branch(after)]
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])]
    return names.flatMap((name) => changes([...path, name], from[name], to[name], how))
  }
  const fact = { ...named(path, how), after: valueText(path, after, how) }
  return [{ ...fact, before: valueText(path, before, how) }]
}

function facts(path: Path, value: unknown, how: ReadingOf): Fact[] {
  if (value === undefined || value === null || isLookUp(path.at(-1)!)) return []
  if (isBranch(value)) return Object.entries(value).flatMap(([name, each]) => facts([...path, name], each, how))
  return [{ ...named(path, how), after: valueText(path, value, how) }]
}

/** Ids lead programs, not people. */
const isLookUp = (name: string): boolean => /(^id|Id|Ids)$/.test(name)

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isMoney(value)
const isMoney = (value: object): value is Money => 'minor' in value && 'currency' in value
const branch = (value: unknown): Readonly<Record<string, unknown>> => (isBranch(value) ? value : {})

const named = (path: Path, how: Reading): Pick<Fact, 'field' | 'isOwnWords'> => ({
  field: fieldText(path, how),
  ...(ownWords.includes(path.at(-1) ?? '') && { isOwnWords: true }),
})

const ownWords: readonly string[] = ['note', 'remark', 'text', 'reason', 'words']

const fieldText = (path: Path, { locale }: Reading): string =>
  (path.length === 0 ? [''] : path)
    .map((name) => fieldWords[name as keyof typeof fieldWords]?.[locale] ?? name)
    .join(' › ')

function valueText(path: Path, value: unknown, how: ReadingOf): string {
  const { locale } = how
  if (value === undefined || value === null || value === '') return '—'
  if (Array.isArray(value))
    return value.length === 0
      ? '—'
      : value.map((each) => valueText(path, each, how)).join(locale === 'zh' ? '、' : ', ')
  if (typeof value === 'boolean') return say(auditText, locale, value ? 'yes' : 'no')
  if (typeof value === 'object')
    return isMoney(value)
      ? `${decimalText(value)} ${value.currency}`
      : facts(path, value, how)
          .map(({ field, after }) => `${field.split(' › ').at(-1)} ${after}`)
          .join(' ')
  const text = String(value)
  if (placeFields.includes(path.at(-1) ?? '')) return how.placeText(text)
  return knownWord(path.at(-1) ?? '', text, how) ?? readable(text, how)
}

/** A code as people say it: a permission, a role, a status of the thing. */
function knownWord(field: string, value: string, { aggregate, locale }: ReadingOf): string | undefined {
  const permission = permissionWords[value as keyof typeof permissionWords]
  if (permission) return permission[locale === 'zh' ? 1 : 2]
  if (field === 'roles' || field === 'role') return rolesText[`roles.${value}` as keyof typeof rolesText]?.[locale]
  if (field === 'applies') return shippingText[`carrier.applies.${value}` as keyof typeof shippingText]?.[locale]
  if (field === 'serviceType') return shippingText[`carrier.service.${value}` as keyof typeof shippingText]?.[locale]
  if (field === 'preset') return presetOf(value)?.name[locale]
  const snake = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return statuses[`${rooms[aggregate] ?? aggregate}.${snake || 'status'}.${value}`]?.[locale]
}

const statuses: Texts = {
  ...ordersText,
  ...catalogText,
  ...afterSalesText,
  ...paymentsText,
  ...shippingText,
  ...warehouseText,
}
const rooms: Readonly<Record<string, string>> = { product: 'catalog', outbound: 'warehouse' }

/** Fields that hold codes of places. */
const placeFields: readonly string[] = ['provinces', 'excluded', 'regions', 'cashRegions']

/** The codes of places that stand in an event, wherever in it. */
export function placesIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([field, value]) =>
    placeFields.includes(field) && Array.isArray(value) ? value.map(String) : placesIn(value),
  )
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

function readable(text: string, { instantText }: Reading): string {
  if (instant.test(text)) return instantText(text)
  return text.replaceAll(/<[^>]*>/g, ' ').trim() || '—'
}
