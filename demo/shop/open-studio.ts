import { allCategories } from '#goods/catalog'
import { permissions } from '#model/office/roles'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { systemActor } from '#platform/context'
import { transaction } from '#platform/database'
import { demoCatalogue } from '../catalogue/index.ts'
import { decorateTheStudio } from './decorate.ts'
import { dice } from './dice.ts'
import { openWarehouses, sayHowWeShip, staffPassword } from './open-shop.ts'
import { at, type Stage } from './stage.ts'
import { fillTheShelves, listProducts } from './stock-goods.ts'

/** One kiln's firing, each thing with one picture: everything more makes the first start longer. */
const wares = ['roof-tile-mug', 'palm-tea-cup', 'morning-rice-bowl', 'one-branch-vase']

/** Opens the brand's workshop as a shop of its own, at `/s/studio`: a cart that holds goods of both is paid at once. */
export async function openTheStudio(stage: Stage, now: Temporal.Instant): Promise<void> {
  const shopId = await stage.db.transaction().execute((trx) =>
    openShop(trx, now, {
      code: 'studio',
      name: '听檐手作间',
      nameEn: 'Tingyan Studio',
      introduction: '同一屋檐下的小作坊：当窑的器物，出窑就寄。',
      introductionEn: 'The workshop under the same eaves: what leaves the kiln leaves by post.',
      isDefault: false,
      isDemo: true,
    }),
  )
  const inShop = at(stage, shopId, systemActor('demo'), now)
  await transaction(inShop, presetShopRoles)
  const potter = { userName: 'studio', displayName: '沈窑', password: staffPassword, roles: ['owner'] }
  const id = await transaction(inShop, (tx) => createStaff(tx, potter))
  const actor = { kind: 'staff' as const, id, name: potter.displayName, permissions: new Set<string>(permissions) }
  const owner = { ...inShop, actor }
  await transaction(owner, sayHowWeShip)
  await openWarehouses(owner, ['HZ'])
  const products = demoCatalogue.products
    .filter(({ slug }) => wares.includes(slug))
    .map((product) => ({ ...product, pictures: product.pictures.slice(0, 1) }))
  const categories = new Map((await allCategories(owner)).map((category) => [category.slug, category.id]))
  const chance = dice(2)
  const goods = await listProducts(owner, products, { categories, chance, report: stage.report })
  await fillTheShelves(owner, goods, chance)
  await decorateTheStudio(owner, wares)
}
