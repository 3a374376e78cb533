import type { Attribute, Choice } from './model.ts'

const choices = (list: Readonly<Record<string, readonly [zh: string, en: string]>>): Choice[] =>
  Object.entries(list).map(([code, [zh, en]]) => ({ code, zh, en }))

const choice = (code: string, zh: string, en: string, list: Parameters<typeof choices>[0]): Attribute => ({
  code,
  name: { zh, en },
  kind: 'choice',
  required: true,
  choices: choices(list),
})

const text = (code: string, zh: string, en: string): Attribute => ({
  code,
  name: { zh, en },
  kind: 'text',
  required: true,
})

const number = (code: string, zh: string, en: string, unit?: string): Attribute => ({
  code,
  name: { zh, en },
  kind: 'number',
  unit,
  required: true,
})

/** The same fact where a category may leave it out. */
export const optional = (attribute: Attribute): Attribute => ({ ...attribute, required: false })

const yesNo = { yes: ['可以', 'Yes'], no: ['不可以', 'No'] } as const

export const teaKind = choice('tea_kind', '茶类', 'Kind of tea', {
  green: ['绿茶', 'Green'],
  white: ['白茶', 'White'],
  oolong: ['乌龙', 'Oolong'],
  black: ['红茶', 'Black'],
  dark: ['黑茶', 'Dark'],
})
export const origin = text('origin', '产地', 'Origin')
export const harvest = choice('harvest', '采摘季', 'Harvest', {
  spring: ['春', 'Spring'],
  summer: ['夏', 'Summer'],
  autumn: ['秋', 'Autumn'],
})
export const storage = choice('storage', '储存', 'Storage', {
  cool: ['阴凉干燥', 'Cool and dry'],
  fridge: ['冷藏', 'Refrigerate'],
})
export const ingredients = text('ingredients', '配料', 'Ingredients')
export const caffeine = choice('caffeine', '咖啡因', 'Caffeine', {
  none: ['不含', 'None'],
  low: ['少量', 'A little'],
})
export const taste = choice('taste', '口味', 'Taste', {
  sweet: ['甜', 'Sweet'],
  salty: ['咸', 'Salty'],
  nutty: ['坚果香', 'Nutty'],
  fruity: ['果香', 'Fruity'],
})
export const allergens = text('allergens', '致敏提示', 'Allergens')

export const ware = choice('material', '材质', 'Material', {
  porcelain: ['瓷', 'Porcelain'],
  stoneware: ['炻器', 'Stoneware'],
  clay: ['紫砂', 'Zisha clay'],
  glass: ['玻璃', 'Glass'],
  wood: ['木', 'Wood'],
  steel: ['不锈钢', 'Stainless steel'],
})
export const capacityMl = number('capacity_ml', '容量', 'Capacity', 'ml')
export const diameterCm = number('diameter_cm', '口径', 'Diameter', 'cm')
export const heightCm = number('height_cm', '高度', 'Height', 'cm')
export const lengthCm = number('length_cm', '长度', 'Length', 'cm')
export const glaze = text('glaze', '釉色', 'Glaze')
export const dishwasher = choice('dishwasher', '洗碗机', 'Dishwasher', yesNo)
export const microwave = choice('microwave', '微波炉', 'Microwave', yesNo)

export const cookMaterial = choice('material', '材质', 'Material', {
  'cast-iron': ['铸铁', 'Cast iron'],
  enamel: ['珐琅', 'Enamel'],
  steel: ['不锈钢', 'Stainless steel'],
  'carbon-steel': ['碳钢', 'Carbon steel'],
  clay: ['陶', 'Clay'],
})
export const hobs = choice('hobs', '适用灶具', 'Hobs', {
  all: ['燃气、电陶、电磁', 'Gas, ceramic, induction'],
  flame: ['燃气、电陶', 'Gas, ceramic'],
})
export const wood = choice('material', '材质', 'Material', {
  acacia: ['相思木', 'Acacia'],
  beech: ['榉木', 'Beech'],
  walnut: ['黑胡桃', 'Walnut'],
  bamboo: ['竹', 'Bamboo'],
  oak: ['白橡', 'White oak'],
})
export const finish = text('finish', '表面', 'Finish')
export const jarMaterial = choice('material', '材质', 'Material', {
  glass: ['玻璃', 'Glass'],
  stoneware: ['炻器', 'Stoneware'],
  tinplate: ['马口铁', 'Tinplate'],
  wood: ['木', 'Wood'],
})
export const lid = text('lid', '盖子', 'Lid')

export const fabric = choice('fabric', '面料', 'Fabric', {
  cotton: ['棉', 'Cotton'],
  linen: ['亚麻', 'Linen'],
  'cotton-linen': ['棉麻', 'Cotton and linen'],
  silk: ['桑蚕丝', 'Mulberry silk'],
  wool: ['羊毛', 'Wool'],
  canvas: ['帆布', 'Canvas'],
  jute: ['黄麻', 'Jute'],
})
export const care = choice('care', '洗护', 'Care', {
  machine: ['可机洗，30 ℃', 'Machine wash, 30 °C'],
  hand: ['手洗', 'Hand wash'],
  dry: ['干洗', 'Dry clean'],
  wipe: ['湿布擦拭', 'Wipe clean'],
})
export const weave = text('weave', '织法', 'Weave')
export const measures = text('measures', '尺寸', 'Measures')
export const gsm = number('gsm', '克重', 'Weight of cloth', 'g/m²')

export const wax = choice('wax', '蜡', 'Wax', {
  soy: ['大豆蜡', 'Soy'],
  bee: ['蜂蜡', 'Beeswax'],
})
export const scent = text('scent', '香调', 'Scent')
export const burnHours = number('burn_hours', '可燃时长', 'Burning time', 'h')
export const lastsDays = number('lasts_days', '留香天数', 'Lasts, days')

export const paper = text('paper', '纸张', 'Paper')
export const pages = number('pages', '页数', 'Pages')
export const material = text('material', '材质', 'Material')
export const closure = text('closure', '开合', 'Closure')
export const litres = number('litres', '容量', 'Capacity', 'L')

export const watts = number('watts', '功率', 'Power', 'W')
export const kelvin = number('kelvin', '色温', 'Colour temperature', 'K')
export const powerFrom = choice('power_from', '供电', 'Powered by', {
  usb: ['USB-C', 'USB-C'],
  mains: ['220 V 插头', '220 V plug'],
  battery: ['充电电池', 'Rechargeable battery'],
})
export const suits = text('suits', '适合', 'Suits')

export const skin = choice('skin', '适合肤质', 'Skin', {
  all: ['各种肤质', 'All'],
  dry: ['偏干', 'Dry'],
  oily: ['偏油', 'Oily'],
  sensitive: ['敏感', 'Sensitive'],
})
export const actives = text('actives', '主要成分', 'Key ingredients')
export const openedMonths = number('opened_months', '开封后几个月内用完', 'Use after opening within, months')
