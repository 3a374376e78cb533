import type { House } from '#apps/house'
import { createCategory } from '#goods/catalog'
import { addPicture } from '#goods/media'
import { money } from '#kernel/money'
import type { CategoryId, Product } from '#model/goods/catalog'
import { permissions, type presetRoles } from '#model/office/roles'
import type { WarehouseId } from '#model/supply/inventory'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import type { Actor, Context, ShopId, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { createReduction } from '#sales/promotions'
import { addBins, binsOf, openWarehouse, receiveGoods } from '#supply/inventory'
import { saveCarrier, saveFreightRule } from '#supply/shipping'
import { aProduct, pictureBytes } from './goods.ts'

/** Every member of staff of the small shop signs in with this. */
export const staffPassword = 'journey-2026'
export type StaffName = keyof typeof presetRoles

export interface SmallShop {
  readonly shopId: ShopId
  readonly owner: Actor
  readonly warehouseId: WarehouseId
  readonly goods: Readonly<Record<GoodsName, Product>>
}

/** `[word, its English]`. */
type Words = readonly [zh: string, en: string]

interface Ware {
  readonly slug: string
  readonly name: Words
  readonly category: keyof typeof categories
  readonly option?: Words
  readonly values?: readonly Words[]
  /** In minor units. */
  readonly price: number
  readonly grams: number
  /** The bin its first variant lies in. */
  readonly bin: string
}

const categories = { cups: { zh: '杯盏', en: 'Cups' }, tea: { zh: '茶叶', en: 'Tea' } }
const glazes = [
  ['粉青', 'Powder green'],
  ['梅子青', 'Plum green'],
] as const
const weights = [
  ['50 克', '50 g'],
  ['100 克', '100 g'],
] as const

const wares = {
  celadonCup: {
    slug: 'celadon-cup',
    name: ['青瓷杯', 'Celadon cup'],
    category: 'cups',
    option: ['颜色', 'Glaze'],
    values: glazes,
    price: 12_800,
    grams: 320,
    bin: 'A-01-1',
  },
  stonewareMug: {
    slug: 'stoneware-mug',
    name: ['粗陶马克杯', 'Stoneware mug'],
    category: 'cups',
    price: 4_900,
    grams: 400,
    bin: 'A-03-1',
  },
  glassPitcher: {
    slug: 'glass-pitcher',
    name: ['玻璃公道杯', 'Glass pitcher'],
    category: 'cups',
    price: 6_600,
    grams: 260,
    bin: 'B-01-1',
  },
  longjing: {
    slug: 'longjing',
    name: ['明前龙井', 'Longjing green tea'],
    category: 'tea',
    option: ['净含量', 'Net weight'],
    values: weights,
    price: 8_800,
    grams: 120,
    bin: 'B-02-1',
  },
  whiteTea: {
    slug: 'white-tea',
    name: ['白毫银针', 'Silver needle tea'],
    category: 'tea',
    price: 3_333,
    grams: 90,
    bin: 'B-04-1',
  },
  linenTowel: {
    slug: 'linen-towel',
    name: ['亚麻茶巾', 'Linen towel'],
    category: 'tea',
    price: 3_990,
    grams: 80,
    bin: 'B-05-1',
  },
} as const satisfies Record<string, Ware>

export type GoodsName = keyof typeof wares

/**
 * A shop as an owner would open it: a role for each member of staff, a warehouse with a path of bins, two carriers with freight
 * 8.00 (10.00 off from 200.00), six products with pictures, twenty pieces of each variant.
 */
export async function openSmallShop(house: House): Promise<SmallShop> {
  const now = Temporal.Now.instant()
  const names = { name: '半日闲', nameEn: 'Half a Day', introduction: '茶与器。', introductionEn: 'Tea and its ware.' }
  const shopId = await house.db
    .transaction()
    .execute((trx) => openShop(trx, now, { code: 'half-a-day', ...names, isDefault: true }))
  const owner = await hire(house.systemContext(shopId, 'test'))
  const ctx = house.contextFor({ actor: owner, shopId, locale: 'zh' }, 'test')
  await transaction(ctx, sayHowWeShip)
  await letPeopleHurry(ctx)
  await offerReduction(ctx)
  const warehouseId = await buildWarehouse(ctx)
  const goods = await listGoods(ctx)
  await fillShelves(ctx, warehouseId, goods)
  return { shopId, owner, warehouseId, goods }
}

const staffNames: Readonly<Record<StaffName, string>> = {
  owner: '沈檐',
  ops: '许知远',
  goods: '陆青禾',
  service: '何小满',
  warehouse: '梅师傅',
  finance: '程算',
}

async function hire(ctx: Context): Promise<Actor> {
  await transaction(ctx, presetShopRoles)
  const ids = []
  for (const [role, displayName] of Object.entries(staffNames)) {
    const person = { userName: role, displayName, password: staffPassword, roles: [role] }
    ids.push(await transaction(ctx, (tx) => createStaff(tx, person)))
  }
  return { kind: 'staff', id: ids[0]!, name: staffNames.owner, permissions: new Set(permissions) }
}

/** In a test the same phone asks for its second code within the minute. */
const letPeopleHurry = (ctx: Context): Promise<unknown> =>
  transaction(ctx, (tx) => changeSetting(tx, 'accounts.codesPerMinute', 100))

async function sayHowWeShip(tx: Tx): Promise<void> {
  const service = { service: 'standard', enabled: true, daysMin: 2, daysMax: 4 }
  await saveCarrier(tx, {
    ...service,
    code: 'ZTO',
    name: { zh: '中通快递', en: 'ZTO Express' },
    phone: '95311',
    inquiryUrl: '',
  })
  await saveCarrier(tx, {
    ...service,
    code: 'EMS',
    name: { zh: '邮政 EMS', en: 'China Post EMS' },
    phone: '11183',
    inquiryUrl: '',
  })
  const rule = {
    firstGrams: 1_000,
    firstFee: money(800),
    stepGrams: 1_000,
    stepFee: money(200),
    reachable: true,
    freeFrom: null,
  }
  await saveFreightRule(tx, {
    ...rule,
    name: '西藏',
    carrier: 'EMS',
    provinces: ['54'],
    reachable: false,
    priority: 10,
  })
  await saveFreightRule(tx, { ...rule, name: '全国', carrier: 'ZTO', provinces: [], priority: 90 })
}

const offerReduction = (ctx: Context): Promise<unknown> =>
  createReduction(ctx, {
    name: '满200减10',
    nameEn: '¥10 off from ¥200',
    thresholdMinor: 20_000,
    offMinor: 1_000,
    startsAt: ctx.now,
    endsAt: ctx.now.add({ hours: 24 * 30 }),
  })

async function buildWarehouse(ctx: Context): Promise<WarehouseId> {
  const warehouseId = await openWarehouse(ctx, {
    code: 'HZ',
    name: '杭州仓',
    nameEn: 'Hangzhou',
    contactName: staffNames.warehouse,
    contactPhone: '0571-88000001',
    districtCode: '330110',
    street: '良渚街道古墩路 1988 号 3 号库',
  })
  const codes = ['A-01-1', 'A-02-1', 'A-03-1', 'B-01-1', 'B-02-1', 'B-03-1', 'B-04-1', 'B-05-1']
  await addBins(ctx, {
    warehouseId,
    bins: codes.map((code, index) => ({ code, zone: 'pick' as const, pathOrder: index + 1 })),
  })
  return warehouseId
}

async function listGoods(ctx: Context): Promise<SmallShop['goods']> {
  const ids = new Map<string, CategoryId>()
  for (const [slug, name] of Object.entries(categories)) ids.set(slug, await createCategory(ctx, { slug, name }))
  const listed: Record<string, Product> = {}
  for (const [key, ware] of Object.entries(wares)) listed[key] = await list(ctx, ware, ids.get(ware.category)!)
  return listed as SmallShop['goods']
}

/** Goods codes are the slug and a number. */
async function list(ctx: Context, ware: Ware, categoryId: CategoryId): Promise<Product> {
  const { slug, name, option, values = [['', '']], price, grams } = ware
  const [zh, en] = name
  const variants = values.map(([valueZh, valueEn], index) => ({
    sku: `${slug}-${index + 1}`.toUpperCase(),
    barcode: ean13(690_000_000_000 + grams * 10 + index),
    optionValues: { zh: option ? [valueZh] : [], en: option ? [valueEn] : [] },
    weightGrams: grams,
    price: { list: money(price + index * 1_000), cost: money(Math.floor(price / 2)) },
  }))
  const picture = { bytes: await pictureBytes('jpeg', 480), alt: zh, altEn: en }
  return aProduct(ctx, {
    slug,
    categoryId,
    texts: {
      zh: {
        name: zh,
        description: '<p>手工制作，一件一色。</p>',
        sellingPoints: ['手工制作'],
        optionNames: option ? [option[0]] : [],
      },
      en: {
        name: en,
        description: '<p>Made by hand.</p>',
        sellingPoints: ['Made by hand'],
        optionNames: option ? [option[1]] : [],
      },
    },
    variants,
    pictureIds: [await addPicture(ctx, picture)],
  })
}

/** Twelve digits and the thirteenth that proves them. */
function ean13(digits: number): string {
  const sum = [...String(digits)].reduce((all, digit, index) => all + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** Each variant in a bin of its own, twenty pieces. */
async function fillShelves(ctx: Context, warehouseId: WarehouseId, goods: SmallShop['goods']): Promise<void> {
  const bins = await binsOf(ctx, warehouseId)
  const lines = (Object.keys(wares) as GoodsName[]).flatMap((name) => {
    const first = bins.findIndex(({ code }) => code === wares[name].bin)
    return goods[name].variants.map(({ id }, index) => ({
      binId: bins[first + index]!.id,
      variantId: id,
      quantity: 20,
      lot: { number: 'P2611' },
    }))
  })
  await receiveGoods(ctx, { warehouseId, lines, reason: '开业备货' })
}
