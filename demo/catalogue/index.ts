import { bags } from './bags.ts'
import { basketsTrays } from './baskets-trays.ts'
import { bedding } from './bedding.ts'
import { boardsTools } from './boards-tools.ts'
import { bowlsPlates } from './bowls-plates.ts'
import { candles } from './candles.ts'
import { departments, shelves } from './categories.ts'
import { cookware } from './cookware.ts'
import { cupsMugs } from './cups-mugs.ts'
import { desk } from './desk.ts'
import { diffusers } from './diffusers.ts'
import { faceCare } from './face-care.ts'
import { flowerTea } from './flower-tea.ts'
import { handsLips } from './hands-lips.ts'
import { labels, shopBrand, tags } from './house.ts'
import { incense } from './incense.ts'
import { jarsBoxes } from './jars-boxes.ts'
import { lamps } from './lamps.ts'
import { leafTea } from './leaf-tea.ts'
import type { Category, DemoCatalogue, Product } from './model.ts'
import { notebooks } from './notebooks.ts'
import { type CategorySheet, type ProductSheet, productOf } from './sheet.ts'
import { soapBath } from './soap-bath.ts'
import { teaTreats } from './tea-treats.ts'
import { teaWare } from './tea-ware.ts'
import { throwsCushions } from './throws-cushions.ts'
import { towels } from './towels.ts'
import { vasesPlants } from './vases-plants.ts'

export * from './model.ts'

const goods: Readonly<Record<string, readonly ProductSheet[]>> = {
  'leaf-tea': leafTea,
  'flower-tea': flowerTea,
  'tea-treats': teaTreats,
  'tea-ware': teaWare,
  'bowls-plates': bowlsPlates,
  'cups-mugs': cupsMugs,
  cookware,
  'boards-tools': boardsTools,
  'jars-boxes': jarsBoxes,
  bedding,
  'throws-cushions': throwsCushions,
  towels,
  candles,
  incense,
  diffusers,
  notebooks,
  desk,
  bags,
  lamps,
  'vases-plants': vasesPlants,
  'baskets-trays': basketsTrays,
  'soap-bath': soapBath,
  'face-care': faceCare,
  'hands-lips': handsLips,
}

const labelNamed = new Map(labels.map((label) => [label.slug, label.name]))

function productsOn(shelf: CategorySheet): Product[] {
  return (goods[shelf.slug] ?? []).map((sheet) => {
    const label = labelNamed.get(sheet.label)
    if (!label) throw new Error(`${sheet.code}: no house label is called ${sheet.label}`)
    return productOf(sheet, shelf, label)
  })
}

const leaves = shelves.map(({ slug, parent, name, attributes }): Category => ({ slug, parent, name, attributes }))

/** Everything the demo shop sells, with texts in both languages and the pictures that show it. */
export const demoCatalogue: DemoCatalogue = {
  brand: shopBrand,
  categories: [...departments, ...leaves],
  brands: labels,
  tags,
  products: shelves.flatMap(productsOn),
}
