import { readFile } from 'node:fs/promises'
import type { AnswerOf, WebhookMessages, Zhanggui } from '#client'
import { ZhangguiProblem } from '#client'

/** What the ERP knows of an article. */
export interface Article {
  readonly sku: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly description: string
  readonly priceMinor: number
  readonly weightGrams: number
  readonly stock: number
  readonly picture: URL
}

type Product = AnswerOf<'POST /api/v1/admin/products'>

/** Puts an article of the ERP on sale: picture, product, stock, listing. Running it again changes nothing. */
export async function publish(zhanggui: Zhanggui, article: Article): Promise<Product> {
  const known = await findProduct(zhanggui, article.sku)
  if (known) return known
  const product = await zhanggui.call('POST /api/v1/admin/products', {
    body: {
      categoryId: await anyCategory(zhanggui),
      pictureIds: [await upload(zhanggui, article)],
      texts: {
        zh: { name: article.name.zh, description: article.description },
        en: { name: article.name.en, description: article.description },
      },
      variants: [
        {
          sku: article.sku,
          weightGrams: article.weightGrams,
          price: { list: { minor: article.priceMinor, currency: 'CNY' } },
        },
      ],
    },
    idempotencyKey: `product-${article.sku}`,
  })
  await receive(zhanggui, product, article)
  const path = { id: product.id }
  await zhanggui.call('POST /api/v1/admin/products/{id}/submit', { path, idempotencyKey: `submit-${article.sku}` })
  return approve(zhanggui, product)
}

async function findProduct(zhanggui: Zhanggui, sku: string): Promise<Product | undefined> {
  const { rows } = await zhanggui.call('GET /api/v1/admin/products', { query: { text: sku, limit: 1 } })
  return rows[0] && zhanggui.call('GET /api/v1/admin/products/{id}', { path: { id: rows[0].id } })
}

async function anyCategory(zhanggui: Zhanggui): Promise<string> {
  const [category] = await zhanggui.call('GET /api/v1/admin/categories')
  if (!category) throw new Error('the shop has no category yet: make one in the console')
  return category.id
}

async function upload(zhanggui: Zhanggui, { picture, name }: Article): Promise<string> {
  const form = new FormData()
  form.set('alt', name.zh)
  form.set('altEn', name.en)
  form.set('file', new Blob([await readFile(picture)]), 'picture')
  return (await zhanggui.call('POST /api/v1/admin/pictures', { body: form })).id
}

/** Goods come into the first shelf that orders are picked from. */
async function receive(zhanggui: Zhanggui, product: Product, { sku, stock }: Article): Promise<void> {
  const [warehouse] = await zhanggui.call('GET /api/v1/admin/warehouses')
  if (!warehouse) throw new Error('the shop has no warehouse yet')
  const bins = await zhanggui.call('GET /api/v1/admin/warehouses/{id}/bins', { path: { id: warehouse.id } })
  const shelf = bins.find(({ zone }) => zone === 'pick')
  if (!shelf) throw new Error('the warehouse has no shelf to pick from')
  const line = { binId: shelf.id, variantId: product.variants[0]!.id, quantity: stock, lot: { number: 'ERP-1' } }
  await zhanggui.call('POST /api/v1/admin/stock/receipts', {
    body: { warehouseId: warehouse.id, lines: [line], reason: 'ERP' },
    idempotencyKey: `receipt-${sku}`,
  })
}

/** Where the shop wants two people to look at a listing, a person approves it in the console. */
async function approve(zhanggui: Zhanggui, product: Product): Promise<Product> {
  try {
    return await zhanggui.call('POST /api/v1/admin/products/{id}/approve', { path: { id: product.id } })
  } catch (problem) {
    if (problem instanceof ZhangguiProblem && problem.code === 'listing.own_request') return product
    throw problem
  }
}

/** Sees to it that this address hears of paid and released orders, and returns the secret to verify them with. */
export async function subscribe(zhanggui: Zhanggui, url: string): Promise<string> {
  const events = ['order.paid', 'order.released']
  const { rows } = await zhanggui.call('GET /api/v1/admin/webhooks')
  const known = rows.find((webhook) => webhook.url === url)
  if (!known)
    return (await zhanggui.call('POST /api/v1/admin/webhooks', { body: { url, events, description: 'ERP' } })).secret
  const path = { id: known.id }
  return (await zhanggui.call('POST /api/v1/admin/webhooks/{id}/rotate-secret', { path })).secret
}

/**
 * Packs an order and tells the shop. Safe to repeat: the key belongs to the order. An order that a person has to review first is
 * left alone: `order.released` will come for it.
 */
export async function ship(zhanggui: Zhanggui, order: WebhookMessages['order.paid']): Promise<string | undefined> {
  const weightGrams = 200 + order.lines.reduce((all, { quantity }) => all + quantity * 350, 0)
  try {
    const { waybillNumber } = await zhanggui.call('POST /api/v1/partner/orders/{id}/shipments', {
      path: { id: order.orderId },
      body: { waybillNumber: `ERP-${order.number}`, weightGrams },
      idempotencyKey: `ship-${order.orderId}`,
    })
    return waybillNumber ?? undefined
  } catch (problem) {
    if (problem instanceof ZhangguiProblem && problem.code === 'orders.not_ready_to_ship') return undefined
    throw problem
  }
}
