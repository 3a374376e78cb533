import * as fact from './attributes.ts'
import type { Category } from './model.ts'
import type { CategorySheet } from './sheet.ts'

const top = (slug: string, zh: string, en: string): Category => ({ slug, name: { zh, en }, attributes: [] })

/** The eight doors of the shop. */
export const departments: readonly Category[] = [
  top('tea-snacks', '茶与茶点', 'Tea & snacks'),
  top('tableware', '餐桌器物', 'Tableware'),
  top('kitchen', '厨房', 'Kitchen'),
  top('textiles', '布艺寝居', 'Textiles & bedding'),
  top('fragrance', '居家香氛', 'Home fragrance'),
  top('paper-bags', '文具与包袋', 'Stationery & bags'),
  top('living', '灯与绿植', 'Lamps & greenery'),
  top('skincare', '洗护', 'Bath & skincare'),
]

const food = { food: true, licence: 'food' } as const

/** The shelves behind each door, three each. */
export const shelves: readonly CategorySheet[] = [
  {
    shelf: 11,
    slug: 'leaf-tea',
    parent: 'tea-snacks',
    name: { zh: '原叶茶', en: 'Leaf tea' },
    attributes: [fact.teaKind, fact.origin, fact.harvest, fact.storage],
    flags: food,
  },
  {
    shelf: 12,
    slug: 'flower-tea',
    parent: 'tea-snacks',
    name: { zh: '花草茶', en: 'Flower & herbal tea' },
    attributes: [fact.ingredients, fact.origin, fact.caffeine, fact.storage],
    flags: food,
  },
  {
    shelf: 13,
    slug: 'tea-treats',
    parent: 'tea-snacks',
    name: { zh: '茶点', en: 'Tea treats' },
    attributes: [fact.taste, fact.ingredients, fact.allergens, fact.storage],
    flags: food,
  },
  {
    shelf: 21,
    slug: 'tea-ware',
    parent: 'tableware',
    name: { zh: '茶器', en: 'Tea ware' },
    attributes: [fact.ware, fact.optional(fact.capacityMl), fact.glaze, fact.dishwasher],
  },
  {
    shelf: 22,
    slug: 'bowls-plates',
    parent: 'tableware',
    name: { zh: '碗与盘', en: 'Bowls & plates' },
    attributes: [fact.ware, fact.diameterCm, fact.glaze, fact.microwave, fact.dishwasher],
  },
  {
    shelf: 23,
    slug: 'cups-mugs',
    parent: 'tableware',
    name: { zh: '杯子', en: 'Cups & mugs' },
    attributes: [fact.ware, fact.capacityMl, fact.microwave, fact.dishwasher],
  },
  {
    shelf: 31,
    slug: 'cookware',
    parent: 'kitchen',
    name: { zh: '锅具', en: 'Cookware' },
    attributes: [fact.cookMaterial, fact.diameterCm, fact.hobs, fact.dishwasher],
  },
  {
    shelf: 32,
    slug: 'boards-tools',
    parent: 'kitchen',
    name: { zh: '砧板与工具', en: 'Boards & tools' },
    attributes: [fact.wood, fact.lengthCm, fact.finish],
  },
  {
    shelf: 33,
    slug: 'jars-boxes',
    parent: 'kitchen',
    name: { zh: '罐与盒', en: 'Jars & boxes' },
    attributes: [fact.jarMaterial, fact.capacityMl, fact.lid],
  },
  {
    shelf: 41,
    slug: 'bedding',
    parent: 'textiles',
    name: { zh: '床品', en: 'Bedding' },
    attributes: [fact.fabric, fact.weave, fact.care],
  },
  {
    shelf: 42,
    slug: 'throws-cushions',
    parent: 'textiles',
    name: { zh: '毯与靠垫', en: 'Throws & cushions' },
    attributes: [fact.fabric, fact.measures, fact.care],
  },
  {
    shelf: 43,
    slug: 'towels',
    parent: 'textiles',
    name: { zh: '毛巾', en: 'Towels' },
    attributes: [fact.fabric, fact.gsm, fact.care],
  },
  {
    shelf: 51,
    slug: 'candles',
    parent: 'fragrance',
    name: { zh: '蜡烛', en: 'Candles' },
    attributes: [fact.wax, fact.scent, fact.burnHours],
  },
  {
    shelf: 52,
    slug: 'incense',
    parent: 'fragrance',
    name: { zh: '香与香器', en: 'Incense' },
    attributes: [fact.scent, fact.material, fact.optional(fact.measures)],
  },
  {
    shelf: 53,
    slug: 'diffusers',
    parent: 'fragrance',
    name: { zh: '扩香', en: 'Diffusers' },
    attributes: [fact.scent, fact.lastsDays, fact.suits],
  },
  {
    shelf: 61,
    slug: 'notebooks',
    parent: 'paper-bags',
    name: { zh: '本子与纸', en: 'Notebooks & paper' },
    attributes: [fact.paper, fact.measures, fact.optional(fact.pages)],
  },
  {
    shelf: 62,
    slug: 'desk',
    parent: 'paper-bags',
    name: { zh: '笔与桌面', en: 'Pens & desk' },
    attributes: [fact.material, fact.measures],
  },
  {
    shelf: 63,
    slug: 'bags',
    parent: 'paper-bags',
    name: { zh: '包袋', en: 'Bags' },
    attributes: [fact.fabric, fact.litres, fact.closure, fact.care],
  },
  {
    shelf: 71,
    slug: 'lamps',
    parent: 'living',
    name: { zh: '小灯', en: 'Small lamps' },
    attributes: [fact.material, fact.powerFrom, fact.watts, fact.kelvin],
    flags: { warrantyMonths: 24 },
  },
  {
    shelf: 72,
    slug: 'vases-plants',
    parent: 'living',
    name: { zh: '花器与绿植', en: 'Vases & plants' },
    attributes: [fact.material, fact.heightCm, fact.suits],
  },
  {
    shelf: 73,
    slug: 'baskets-trays',
    parent: 'living',
    name: { zh: '收纳与小家具', en: 'Baskets & small furniture' },
    attributes: [fact.material, fact.measures],
  },
  {
    shelf: 81,
    slug: 'soap-bath',
    parent: 'skincare',
    name: { zh: '皂与沐浴', en: 'Soap & bath' },
    attributes: [fact.skin, fact.actives, fact.scent, fact.openedMonths],
    flags: { licence: 'cosmetics' },
  },
  {
    shelf: 82,
    slug: 'face-care',
    parent: 'skincare',
    name: { zh: '面部护理', en: 'Face care' },
    attributes: [fact.skin, fact.actives, fact.openedMonths],
    flags: { licence: 'cosmetics', valuableSmall: true },
  },
  {
    shelf: 83,
    slug: 'hands-lips',
    parent: 'skincare',
    name: { zh: '手与唇', en: 'Hands & lips' },
    attributes: [fact.skin, fact.actives, fact.scent, fact.openedMonths],
    flags: { licence: 'cosmetics' },
  },
]
