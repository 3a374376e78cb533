import { registerImports } from '#apps/imports'
import { listAtOnce } from '#goods/listing'
import { showPictures } from '#goods/media'
import { listRules, setRule } from '#goods/screening'
import { pushSold, searchClockJobs, takeStarterSynonyms } from '#goods/search'
import type { ProductId } from '#model/goods/catalog'
import type { Context } from '#platform/context'
import { openDatabase, transaction } from '#platform/database'
import { importKind, importNow } from '#platform/imports'
import setUpCluster, { administer, cloneDatabase, databaseUrl, type TestCluster } from '#test/cluster'
import { aPicture, aShop, asHouse } from '#test/goods'
import { productSheet, type TitledProduct } from './titles.ts'

export interface GradedShop {
  readonly ctx: Context
  /** The data set's id of a product. */
  readonly idOf: ReadonlyMap<string, string>
  close(): Promise<void>
}

/** A shop of its own that sells these products, filled the way a shop is: a product sheet, and what was sold. */
export async function openGradedShop(products: readonly TitledProduct[]): Promise<GradedShop> {
  let cluster: TestCluster | undefined
  const takeDown = await setUpCluster({
    provide: (_, given) => {
      cluster = given
    },
  })
  const { serverUrl, template } = cluster!
  const name = `${template}_graded`
  await cloneDatabase(serverUrl, name, template)
  const db = openDatabase({ url: databaseUrl(serverUrl, name), statementTimeoutMillis: 120_000 })
  const close = async () => {
    await db.destroy()
    await administer(serverUrl, `drop database ${name} with (force)`)
    await takeDown()
  }
  try {
    const ctx = asHouse(await aShop(db))
    const later = { ...ctx, now: ctx.now.add({ hours: 24 }) }
    const idOf = await fill(ctx, products)
    for (const job of searchClockJobs) await job.run(later)
    return { ctx: later, idOf, close }
  } catch (error) {
    await close()
    throw error
  }
}

export async function fill(ctx: Context, products: readonly TitledProduct[]): Promise<Map<string, string>> {
  registerImports()
  await takeStarterSynonyms(ctx)
  const sheet = { fileName: 'titles.csv', bytes: Buffer.from(productSheet(products)), dryRun: false }
  await importNow(ctx, importKind('products'), { ...sheet, options: { currency: 'CNY' } })
  const made = await madeProducts(ctx)
  await list(ctx, [...made.keys()])
  const bySku = new Map(products.map((product) => [product.id, product]))
  const sold = [...made].map(([productId, sku]) => ({ productId, quantity: bySku.get(sku)?.sold ?? 0 }))
  await transaction(ctx, (tx) => pushSold(tx, sold))
  return made
}

/** Titles of the open world break the rules for listings; here they are searched, not sold. The goods share one picture. */
async function list(ctx: Context, ids: readonly ProductId[]): Promise<void> {
  const picture = await aPicture(ctx)
  for (const rule of await listRules(ctx))
    if (rule.severity === 'block') await setRule(ctx, { ...rule, severity: 'off', reason: 'a data set of titles' })
  const listed = await transaction(ctx, async (tx) => {
    await showPictures(tx, new Map(ids.map((id) => [id, [picture]])))
    return listAtOnce(tx, ids)
  })
  if (listed.length < ids.length) throw new Error(`only ${listed.length} of ${ids.length} products could be listed`)
}

async function madeProducts({ db, shopId }: Context): Promise<Map<ProductId, string>> {
  const rows = await db
    .selectFrom('goods.variants')
    .select(['product_id', 'sku'])
    .where('shop_id', '=', shopId)
    .execute()
  return new Map(rows.map(({ product_id, sku }) => [product_id as ProductId, sku]))
}
