import { Type } from 'typebox'
import { casesNumbered, casesOf } from '#care/after-sales'
import { findProducts, saleItemByCode, saleItemsBySku } from '#goods/catalog'
import type { SaleItem } from '#model/goods/catalog'
import type { Parcel } from '#model/supply/shipping'
import type { Context } from '#platform/context'
import { IdText, OneOf, type Routes } from '#platform/http'
import { findCustomers, findOrders, orderNumbersUnder, ordersNumbered } from '#sales/orders'
import { parcelsLabelled } from '#supply/shipping'
import { placeOf } from '../../console/places.ts'

const kinds = ['order', 'case', 'parcel', 'customer', 'variant', 'product'] as const
const FindQuery = Type.Object(
  {
    word: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
      minItems: 1,
      maxItems: 50,
      description:
        'Numbers of orders and cases, waybills, SKU codes, barcodes; one alone may also be a phone number, its last four digits, the whole name of a customer or a word of a product',
    }),
  },
  { additionalProperties: false },
)
const FoundJson = Type.Object({
  kind: OneOf(kinds),
  id: IdText,
  name: Type.String({ description: 'Its number or code, the name of a product, the masked name of a customer' }),
  about: Type.String({
    description:
      'Where it stands: the headline of an order, the status of a case or parcel; the name of a variant’s product; the masked phone of a customer',
  }),
  href: Type.String({ description: 'Where the console shows it' }),
})
const FindJson = Type.Object({
  found: Type.Array(FoundJson),
  missing: Type.Array(Type.String({ description: 'A word under which nothing was found that the caller may see' })),
})

type Kind = (typeof kinds)[number]
interface Found {
  readonly kind: Kind
  readonly id: string
  readonly name: string
  readonly about: string
  readonly href: string
  /** The words it was found by. */
  readonly by: readonly string[]
}

const mostOfOneWord = 5

/** One box for everything that has a number: what the caller may not read is not found. */
export function findRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/find',
    {
      config: { needs: { staff: 'notices.read' } },
      schema: { tags: ['find'], querystring: FindQuery, response: { 200: FindJson } },
    },
    async ({ context, query }) => {
      const words = [...new Set(query.word.map((each) => each.trim()).filter(Boolean))]
      const found = await everything(context, words)
      const hit = new Set(found.flatMap(({ by }) => by))
      return { found: found.map(({ by, ...each }) => each), missing: words.filter((word) => !hit.has(word)) }
    },
  )
}

async function everything(context: Context, words: readonly string[]): Promise<Found[]> {
  const may = (permission: string) => context.actor.permissions.has(permission)
  const found: Found[] = []
  if (may('customers.read')) found.push(...(await customers(context, words)))
  if (may('orders.read')) found.push(...(await orders(context, words)), ...(await parcels(context, words)))
  if (may('aftersales.read')) found.push(...(await cases(context, words)), ...(await parcelsOfCases(context, words)))
  if (may('products.read')) found.push(...(await goods(context, words)))
  return found
}

/** What was typed, under what the thing is called. */
const byName = (words: readonly string[]) => Map.groupBy(words, (word) => word.toUpperCase())

async function orders(context: Context, words: readonly string[]): Promise<Found[]> {
  const names = byName(words)
  const numbered = await ordersNumbered(context, [...names.keys()])
  const phone = words.length === 1 && /^\+?[\d ]{4,16}$/.test(words[0]!) ? words[0] : undefined
  const called = phone ? (await findOrders(context, { phone, limit: mostOfOneWord })).rows : []
  return [...numbered, ...called].map(({ id, number, headline }) => ({
    ...placed('order', id),
    name: number,
    about: headline,
    by: names.get(number) ?? words,
  }))
}

/** A parcel is shown with the order it belongs to; one that several orders share, with the first. */
async function parcels(context: Context, words: readonly string[]): Promise<Found[]> {
  const labelled = await parcelsLabelled(context, words)
  const sources = labelled.map(({ sourceId }) => sourceId)
  const under = await orderNumbersUnder(context, sources)
  return labelled.flatMap((parcel) => {
    const order = under.get(parcel.sourceId)?.[0]
    return order ? asParcel('order', order.id, parcel) : []
  })
}

/** What is sent for a case is shown with the case. */
async function parcelsOfCases(context: Context, words: readonly string[]): Promise<Found[]> {
  const labelled = await parcelsLabelled(context, words)
  const sources = labelled.map(({ sourceId }) => sourceId)
  const under = new Set<string>((await casesOf(context, sources)).map(({ id }) => id))
  return labelled.flatMap((parcel) => (under.has(parcel.sourceId) ? asParcel('case', parcel.sourceId, parcel) : []))
}

const asParcel = (of: Kind, ofId: string, { id, waybillNumber, status }: Parcel): Found[] =>
  waybillNumber === null
    ? []
    : [{ ...placed(of, ofId), kind: 'parcel', id, name: waybillNumber, about: status, by: [waybillNumber] }]

/** By its number, or by the waybill of what comes back. */
async function cases(context: Context, words: readonly string[]): Promise<Found[]> {
  const names = byName(words)
  const found = await casesNumbered(context, [...names.keys()])
  return found.map(({ id, number, status, returnWaybill }) => ({
    ...placed('case', id),
    name: number,
    about: status,
    by: [...(names.get(number) ?? []), ...(names.get(returnWaybill ?? '') ?? [])],
  }))
}

/** One person at a time: a word, or the words of one name; several with digits are numbers of something else. */
async function customers(context: Context, words: readonly string[]): Promise<Found[]> {
  const isOne = words.length === 1 || (words.length < 5 && words.every((word) => !/\d/.test(word)))
  if (!isOne || words.length === 0) return []
  const found = await findCustomers(context, words.join(' '), mostOfOneWord)
  return found.map(({ id, name, phone }) => ({ ...placed('customer', id), name, about: phone ?? '', by: words }))
}

async function goods(context: Context, words: readonly string[]): Promise<Found[]> {
  const [word] = words.length === 1 ? words : []
  const scanned = word && (await saleItemByCode(context, word))
  const variants = scanned ? [scanned] : [...(await saleItemsBySku(context, words)).values()]
  const found = variants.map((item) => asVariant(context, item, word))
  if (!word || found.length > 0) return found
  const { rows } = await findProducts(context, { text: word, limit: mostOfOneWord })
  return rows.map(({ id, name, status }) => ({ ...placed('product', id), name, about: status, by: [word] }))
}

const asVariant = ({ locale }: Context, { variantId, productId, sku, name }: SaleItem, word = sku): Found => ({
  ...placed('product', productId),
  kind: 'variant',
  id: variantId,
  name: sku,
  about: name[locale] || name.zh,
  by: [word],
})

const placed = <K extends Kind>(kind: K, id: string) => ({ kind, id, href: placeOf(kind, id)! })
