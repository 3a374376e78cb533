import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { decimalText, type Money } from '#kernel/money'
import { type Locale, say } from '#kernel/text'
import type { Choice } from '#model/insight/behaviour'
import type { Shop } from '#model/office/shops'
import type { Context } from '#platform/context'
import { shownPhone } from '#platform/regions'
import { houseTexts } from '../texts.ts'
import type { Decor } from './decor.ts'
import { baseOf, type FormState, type Place } from './page.ts'
import { storefrontText } from './text.ts'

type Both = Readonly<Record<Locale, string>>

/** What every page knows besides its own data: words, addresses, numbers and dates in the visitor's language. */
export interface View {
  readonly locale: Locale
  readonly shop: Shop
  readonly shopName: string
  readonly account?: { readonly name: string }
  readonly pieces: number
  /** The page's own path and query, without language and shop. */
  readonly path: string
  readonly query: URLSearchParams
  /** This page in the other language. */
  readonly otherLanguage: string
  /** Whether search engines may keep the page: those that every stranger sees alike. */
  readonly findable: boolean
  /** The visitor wished for large text. */
  readonly largeText: boolean
  readonly now: Temporal.Instant
  /** How the shop looks, and what it announces. */
  readonly decor: Decor
  /** Goes into forms that create or move something, so that they do it once. */
  readonly formKey: string
  /** The good news of the form before (`?done=…`). */
  readonly done?: string
  readonly form?: FormState
  readonly visits: Visits
  t(key: string, values?: Readonly<Record<string, unknown>>): string
  /** Whether the catalogue knows this key. */
  has(key: string): boolean
  link(path: string): string
  /** The whole address of a path of ours as others are given it: the same by whichever way one came to the shop. */
  address(path: string, locale?: Locale): string
  /** A path of ours in another shop. */
  linkIn(shop: Pick<Shop, 'code'>, path: string): string
  both(text: Both | undefined | null): string
  money(amount: Money): string
  /** Whole amounts without their zeros: ¥199. */
  round(amount: Money): string
  moneyParts(amount: Money): { symbol: string; whole: string; fraction: string }
  day(at: Temporal.Instant): string
  /** The day with its year. */
  date(at: Temporal.Instant): string
  time(at: Temporal.Instant): string
  /** A phone number as people read it: +1 415 555 2671. */
  phone(number: string): string
  /** What a field of the refused form was filled with, else what it starts with. */
  value(field: string, initial?: string): string
  /** Why a field was refused. */
  problem(field: string): string | undefined
}

/** Whether visits are counted here, of how many in a hundred the page load is measured, and whether this visitor lets us remember them. */
export interface Visits {
  readonly collects: boolean
  readonly measured: number
  readonly choice: Choice
}

/** Where nothing can be asked: not counted. */
const uncounted: Visits = { collects: false, measured: 0, choice: 'refused' }

const catalogue = { ...houseTexts, ...storefrontText }

interface ViewOf {
  readonly request: FastifyRequest
  readonly ctx: Pick<Context, 'actor' | 'now'>
  readonly shop: Shop
  readonly place: Place
  readonly pieces: number
  readonly visits?: Visits
  readonly form?: FormState
  readonly again?: string
  /** The path of the page itself where a form of it was sent elsewhere. */
  readonly here?: string
  readonly publicUrl: string
  readonly decor: Decor
  readonly findable?: boolean
  readonly largeText?: boolean
}

export function viewOf(of: ViewOf): View {
  const { request, ctx, shop, place, pieces, form, again, here, publicUrl } = of
  const { findable = false, largeText = false, visits = uncounted } = of
  const { locale } = place
  const url = new URL(request.url, 'http://local')
  const path = here ?? (url.pathname.slice(baseOf(place).length) || '/')
  const link = (to: string) => `${baseOf(place)}${to === '/' && baseOf(place) ? '' : to}`
  const t = (key: string, values: Readonly<Record<string, unknown>> = {}) => say(catalogue, locale, key, values)
  const query = new URLSearchParams(here ? '' : url.search)
  query.delete('done')
  const tail = query.size > 0 ? `?${query}` : ''
  const done = again ?? url.searchParams.get('done') ?? undefined
  return {
    locale,
    shop,
    shopName: locale === 'en' ? shop.nameEn : shop.name,
    account: ctx.actor.kind === 'shopper' ? { name: ctx.actor.name } : undefined,
    pieces,
    path: `${path}${tail}`,
    query,
    otherLanguage: `${baseOf({ ...place, locale: locale === 'en' ? 'zh' : 'en' })}${path}${tail}`,
    findable,
    largeText,
    now: ctx.now,
    decor: of.decor,
    formKey: form?.values.get('key') ?? randomUUID(),
    done: done && `done.${done}` in catalogue ? t(`done.${done}`) : undefined,
    form,
    visits,
    t,
    has: (key) => key in catalogue,
    link,
    address: (to, inLocale = locale) => {
      const base = baseOf({ locale: inLocale, shopCode: shop.isDefault ? undefined : shop.code })
      return `${publicUrl}${to === '/' && base ? base : `${base}${to}`}`
    },
    linkIn: ({ code }, to) => (code === shop.code ? link(to) : `${baseOf({ locale, shopCode: code })}${to}`),
    both: (text) => (text ? text[locale] || text.zh || text.en : ''),
    ...moneyWords(locale),
    ...timeWords(locale, shop.timeZone),
    phone: shownPhone,
    value: (field, initial = '') => form?.values.get(field) ?? initial,
    problem: (field) => (form?.problem?.field === field ? form.problem.text : undefined),
  }
}

const tag: Record<Locale, string> = { zh: 'zh-CN', en: 'en-GB' }
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: Locale, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(tag[locale], { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  formats.set(key, format)
  return format
}

const written = new LRUCache<string, Intl.NumberFormatPart[]>({ max: 10_000 })

/** The exact decimal text goes in, so no amount passes through a float. The same prices are written again and again. */
function partsOf(locale: Locale, amount: Money): Intl.NumberFormatPart[] {
  const key = `${locale} ${amount.currency} ${amount.minor}`
  const known = written.get(key)
  if (known) return known
  const parts = formatOf(locale, amount.currency).formatToParts(decimalText(amount) as `${number}`)
  written.set(key, parts)
  return parts
}

function moneyWords(locale: Locale): Pick<View, 'money' | 'round' | 'moneyParts'> {
  return {
    money: (amount) =>
      partsOf(locale, amount)
        .map(({ value }) => value)
        .join(''),
    round: (amount) =>
      partsOf(locale, amount)
        .map(({ value }) => value)
        .join('')
        .replace(/[.,]0+$/, ''),
    moneyParts(amount) {
      const parts = partsOf(locale, amount)
      const pick = (...types: string[]) =>
        parts
          .filter(({ type }) => types.includes(type))
          .map(({ value }) => value)
          .join('')
      return {
        symbol: pick('minusSign', 'currency'),
        whole: pick('integer', 'group'),
        fraction: pick('decimal', 'fraction'),
      }
    },
  }
}

function timeWords(locale: Locale, timeZone: string): Pick<View, 'day' | 'date' | 'time'> {
  const day = { timeZone, month: 'short', day: 'numeric' } as const
  return {
    day: (at) => at.toLocaleString(tag[locale], day),
    date: (at) => at.toLocaleString(tag[locale], { ...day, year: 'numeric' }),
    time: (at) =>
      at.toLocaleString(tag[locale], { ...day, year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }),
  }
}
