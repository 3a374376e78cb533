import { useQueries, useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '#client'
import type { Both } from '#model/goods/catalog'
import { paymentsText } from '#model/sales/payments'
import { abroad, ownShop, rulesText } from '#model/sales/rules'
import { ask } from '../../frame/api.ts'
import { asking } from '../../frame/asking.ts'
import { useCarrierName } from '../../frame/carriers.ts'
import { moneyText, useListText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { useRegionNames } from '../../frame/Region.tsx'
import { useMay, useMe } from '../../frame/session.ts'
import { useWarehouses } from '../supply/outbound.ts'
import { rulesPageText } from './rules-text.ts'

export type SentRule = AnswerOf<'GET /api/v1/admin/order-rules'>[number]
export type SentCondition = SentRule['conditions'][number]
export type SentAction = SentRule['action']
export type SentJudged = AnswerOf<'POST /api/v1/admin/order-rules/try'>[number]['judged'][number]
export type SentHit = AnswerOf<'GET /api/v1/admin/order-rules/{id}/hits'>['rows'][number]
export type Field = SentCondition['field']

/** "22:30" for minutes since midnight. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** What people call the values that rules name: categories, brands and products by their ids, regions by their codes, and so on. */
export function useValueNames(conditions: readonly SentCondition[], codes: readonly string[] = []) {
  const language = useLocale()
  const rules = useText(rulesText)
  const payments = useText(paymentsText)
  const listed = (field: Field) => conditions.flatMap((each) => ('any' in each && each.field === field ? each.any : []))
  const region = useRegionNames([...listed('region'), ...codes].filter((code) => code !== abroad))
  const mayRead = useMay('products.read')
  const wants = (field: Field) => ({ staleTime: 60_000, enabled: mayRead && listed(field).length > 0 })
  const categories = useQuery({ ...asking('GET /api/v1/admin/categories'), ...wants('category') }).data ?? []
  const brands = useQuery({ ...asking('GET /api/v1/admin/brands'), ...wants('brand') }).data ?? []
  const products = useProductNames(mayRead ? listed('product') : [])
  const named = (rows: readonly { readonly id: string; readonly name: Both }[], id: string) =>
    rows.find((row) => row.id === id)?.name[language] ?? id
  const known = (key: string, otherwise: string) => (key in rulesText ? rules(key as 'rules.kind.gift') : otherwise)
  return (field: Field, value: string): string => {
    switch (field) {
      case 'category':
        return named(categories, value)
      case 'brand':
        return named(brands, value)
      case 'product':
        return products.get(value)?.[language] ?? value
      case 'region':
        return value === abroad ? rules('rules.region.abroad') : region(value)
      case 'payment':
        return `payment.method.${value}` in paymentsText
          ? payments(`payment.method.${value}` as 'payment.method.cod')
          : value
      case 'channel':
        return value === ownShop ? rules('rules.channel.shop') : value
      case 'words':
        return `“${value}”`
      default:
        return known(`rules.${field}.${value}`, value)
    }
  }
}

function useProductNames(ids: readonly string[]): ReadonlyMap<string, Both> {
  const found = useQueries({
    queries: [...new Set(ids)].map((id) => ({
      queryKey: ['products', 'name', id],
      staleTime: 60_000,
      queryFn: () => ask('GET /api/v1/admin/products/{id}', { path: { id } }),
    })),
  })
  return new Map(
    found.flatMap(({ data }) =>
      data ? [[data.id, { zh: data.texts.zh?.name ?? '', en: data.texts.en?.name ?? '' }]] : [],
    ),
  )
}

/** The codes of places that orders had where conditions looked at places. */
export const placesJudged = (judged: readonly SentJudged[]): readonly string[] =>
  judged.flatMap(({ condition, actual }) => (condition.field === 'region' && typeof actual !== 'number' ? actual : []))

/** Conditions, actions and outcomes of rules in words. */
export function useRuleWords(conditions: readonly SentCondition[], codes: readonly string[] = []) {
  const t = useText(rulesPageText)
  const words = useText(rulesText)
  const { currency } = useMe().shop
  const nameOf = useValueNames(conditions, codes)
  const carrierName = useCarrierName()
  const language = useLocale()
  const warehouses = useWarehouses()
  const number = (field: Field, value: number): string => {
    if (field === 'amount') return moneyText({ minor: value, currency })
    if (field === 'weight') return `${value.toLocaleString()} ${t('grams')}`
    return field === 'time' ? clockText(value) : String(value)
  }
  const between = (field: Field, from: number | null, to: number | null): string => {
    if (to === null) return t('says.from', { from: number(field, from ?? 0) })
    if (from === null) return t('says.to', { to: number(field, to) })
    return t('says.between', { from: number(field, from), to: number(field, to) })
  }
  const warehouseName = (which: string) => {
    const found = warehouses.find(({ id, code }) => id === which || code === which)
    return (language === 'zh' ? found?.name : found?.nameEn) ?? which
  }
  const listText = useListText()
  const all = (field: Field, values: readonly string[]) => listText(values.map((value) => nameOf(field, value)))
  const asks = (condition: SentCondition): string => {
    if (!('any' in condition)) return between(condition.field, condition.from, condition.to)
    const values = all(condition.field, condition.any)
    return condition.not ? t('says.none', { values }) : values
  }
  return {
    /** What a condition asks of its field: "≥ 3", "A, B". */
    asks,
    condition: (condition: SentCondition): string =>
      t('any' in condition ? 'says.list' : 'says.range', {
        field: words(`rules.field.${condition.field}`),
        asks: asks(condition),
      }),
    actual: ({ condition: { field }, actual }: SentJudged): string => {
      if (typeof actual === 'number') return t('says.actual', { actual: number(field, actual) })
      return t('says.actual', { actual: all(field, actual) || t('says.nothing') })
    },
    action: (action: SentAction): string => {
      switch (action.kind) {
        case 'review': {
          const what = t(`act.${action.decision}`)
          return action.reason ? t('act.why', { what, reason: action.reason }) : what
        }
        case 'gift': {
          const { sku, quantity, stop } = action
          return [t('act.gift', { sku, quantity }), ...(stop ? [t('act.stop')] : [])].join(' · ')
        }
        case 'carrier':
          return t('act.carrier', { carrier: carrierName(action.carrier) })
        case 'warehouse':
          return t('act.warehouse', { warehouse: warehouseName(action.warehouseId) })
        case 'merging':
          return action.decision === 'leave' ? t('act.leave') : t('act.merge', { hours: action.withinHours })
      }
    },
    outcome: ({ code, what }: SentHit['outcome']): string => {
      const named = code.startsWith('carrier')
        ? carrierName(what)
        : code.startsWith('warehouse')
          ? warehouseName(what)
          : what
      return words(`rules.outcome.${code}`, { what: named })
    },
  }
}
