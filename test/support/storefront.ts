import { reindexProducts } from '#goods/search'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Product, VariantId } from '#model/goods/catalog'
import type { Order } from '#model/sales/orders'
import { actorOf } from '#office/accounts'
import { loadShop } from '#office/shops'
import { transaction } from '#platform/database'
import { listMessages } from '#platform/messages'
import { receiveStock } from '#supply/inventory'
import { buildPages } from '../../apps/build.ts'
import { storefrontPages } from '../../apps/storefront/serve.ts'
import { anApi } from './api.ts'
import { as } from './context.ts'
import { testDatabase } from './database.ts'
import { aFormBrowser, type FormBrowser } from './forms.ts'
import { aCategory, aProduct, type GivenProduct } from './goods.ts'
import { aSellingShop, type Buyer, payFor, place, type SellingShop, ship, track } from './orders.ts'
import { aCart, anAddress, type ShopperContext } from './people.ts'

/** A shop with its pages, a cup in two colours (¥49) and a bowl (¥120), twenty of each, and browsers without JavaScript to visit them. */
export async function aStorefront() {
  await buildPages()
  const { db } = await testDatabase()
  const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
  const { ctx } = shop
  const { code } = await loadShop(ctx)
  const home = `/s/${code}`
  const house = { db, outside: ctx.outside }
  const app = await anApi(db, {
    outside: ctx.outside,
    routes: [(server) => void server.register(async (scope) => storefrontPages(scope as typeof server, house))],
  })
  const categoryId = await aCategory(ctx, { slug: 'cups', name: { zh: '杯子', en: 'Cups' } })
  const green = { name: '青瓷杯', nameEn: 'Celadon cup', colours: ['米白', '松绿'], price: 4_900 }
  const cup = await aSold(shop, { ...green, slug: 'celadon', categoryId })
  const rough = { name: '粗陶碗', nameEn: 'Stoneware bowl', price: 12_000 }
  const bowl = await aSold(shop, { ...rough, slug: 'bowl', categoryId })
  const aBrowser = () => aFormBrowser(app)
  let last = 0

  /** A Chinese mobile number that nobody else in the shop has. */
  const aPhone = () => `137${String(10_000_000 + ++last)}`

  /** The code of the latest text message to a number. */
  const codeSentTo = async (phone: string): Promise<string> =>
    /\d{6}/.exec((await listMessages(ctx, {})).rows.find(({ recipient }) => recipient.endsWith(phone))!.body)![0]

  /** A shopper who has signed up on the page, with the context of their account. */
  async function aSignedUp(browser: FormBrowser = aBrowser(), next = '/account', phone = aPhone()) {
    await browser.post(`${home}/sign-up`, { do: 'code', phone })
    const userName = `ann_${phone}`
    const fields = { userName, password: 'tea-in-the-morning', phone, code: await codeSentTo(phone), next }
    const answer = await browser.post(`${home}/sign-up`, fields)
    const { id, display_name } = await db
      .selectFrom('office.accounts')
      .select(['id', 'display_name'])
      .where('user_name', '=', userName)
      .executeTakeFirstOrThrow()
    const shopper = as(ctx, actorOf({ id: id as never, kind: 'shopper', displayName: display_name })) as ShopperContext
    return { browser, shopper, answer, phone }
  }

  /** A shopper who has bought a bowl, as far as is said. */
  async function aBought(status: 'placed' | 'paid' | 'delivered'): Promise<{ browser: FormBrowser; order: Order }> {
    const { browser, shopper } = await aSignedUp()
    const address = await anAddress(shopper)
    const cartId = await aCart(shopper, { of: bowl.variants[0]!.id, quantity: 1 })
    const buyer: Buyer = { ctx: shopper, address, cartId, total: money(12_000) }
    const order = await place(buyer)
    if (status !== 'placed') await payFor(shop, buyer, order.id)
    if (status === 'delivered') {
      await ship(shop, order.id)
      await track(shop, order.id, 'signed')
    }
    return { browser, order }
  }

  return { db, shop, ctx, code, home, cup, bowl, aBrowser, aPhone, codeSentTo, aSignedUp, aBought }
}

/** A product on sale of which twenty of each variant are there, found by search. */
async function aSold(shop: SellingShop, given: GivenProduct & { readonly slug: string }): Promise<Product> {
  const { ctx, warehouseId, binId } = shop
  const product = await aProduct(ctx, { ...given, slug: `${given.slug}-${newId().slice(-6)}` })
  await transaction(ctx, async (tx) => {
    for (const { id } of product.variants)
      await receiveStock(tx, {
        ...{ warehouseId, binId, variantId: id as VariantId, quantity: 20, lot: { number: 'L1' } },
        ...{ cause: 'test', causeId: newId() },
      })
    await reindexProducts(tx, [product.id])
  })
  await shop.tell()
  return product
}
