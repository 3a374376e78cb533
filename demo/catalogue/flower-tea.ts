import type { ProductSheet } from './sheet.ts'

export const flowerTea: readonly ProductSheet[] = [
  {
    code: 'FLO-001',
    slug: 'baby-chrysanthemum',
    label: 'shanwu',
    zh: {
      name: '胎菊',
      title: '胎菊 菊花茶 桐乡手采 无硫烘干 玻璃罐',
      description:
        '花还没开就采下来的小菊，一朵朵烘到干透。热水里三分钟慢慢打开，汤是淡金色，清甜不涩。眼睛盯屏幕久了，泡一杯歇一歇。',
      points: ['未开先采', '不熏硫', '整朵无碎'],
      usage: '六七朵配 300 毫升 90 ℃ 的水，三分钟；可加两颗枸杞。',
    },
    en: {
      name: 'Baby chrysanthemum',
      title: 'Baby chrysanthemum flower tea, hand-picked in Tongxiang, in a glass jar',
      description:
        'Small flowers picked before they open and dried right through, one layer at a time. In hot water they unfold over three minutes into a pale gold cup, clear and sweet. For eyes that have looked at a screen too long.',
      points: ['Picked in bud', 'No sulphur', 'Whole flowers only'],
      usage: 'Six or seven flowers to 300 ml at 90 °C, three minutes; two goji berries if you like.',
    },
    tags: ['desk', 'summer', 'favourite'],
    attributes: {
      ingredients: ['胎菊', 'Chrysanthemum buds'],
      origin: ['浙江桐乡', 'Tongxiang, Zhejiang'],
      caffeine: 'none',
      storage: 'cool',
    },
    flags: { shelfLifeDays: 540 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '30G', is: [['30 克', '30 g']], price: 42_00, cost: 15_00, grams: 260 },
      { sku: '80G', is: [['80 克', '80 g']], price: 88_00, cost: 34_00, grams: 420, look: { size: 1.25 } },
    ],
    picture: { form: 'jar', colour: 'honey', accent: 'bamboo', style: 'flowers', label: '胎菊' },
    views: ['scene'],
  },
  {
    code: 'FLO-002',
    slug: 'rose-buds',
    label: 'shanwu',
    zh: {
      name: '平阴玫瑰',
      title: '平阴玫瑰 玫瑰花茶 重瓣花蕾 低温烘干 玻璃罐',
      description:
        '五月清晨五点带露采的重瓣玫瑰，低温烘一夜，颜色还是粉的。冲开满屋是真玫瑰的香，不是香精。和红茶、桂圆都合得来。',
      points: ['晨采带露', '低温保色', '可单泡可拼茶'],
      usage: '八到十朵配 300 毫升 85 ℃ 的水，两分钟；水太烫会发苦。',
    },
    en: {
      name: 'Pingyin rose buds',
      title: 'Pingyin rose buds, double rose flower tea, dried at low heat, in a glass jar',
      description:
        'Double roses picked at five on May mornings with the dew still on, then dried slowly overnight so the pink stays. The room smells of roses, not of perfume. They get on well with black tea and dried longan.',
      points: ['Picked at dawn', 'Low heat keeps the colour', 'Alone or with other teas'],
      usage: 'Eight to ten buds to 300 ml at 85 °C, two minutes; hotter water turns bitter.',
    },
    tags: ['gift', 'solo'],
    attributes: {
      ingredients: ['重瓣红玫瑰', 'Double red rose'],
      origin: ['山东平阴', 'Pingyin, Shandong'],
      caffeine: 'none',
      storage: 'cool',
    },
    flags: { shelfLifeDays: 540 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '25G', is: [['25 克', '25 g']], price: 46_00, cost: 18_00, grams: 255 },
      { sku: '60G', is: [['60 克', '60 g']], price: 92_00, cost: 39_00, was: 98_00, grams: 400, look: { size: 1.25 } },
    ],
    picture: { form: 'jar', colour: 'rose', accent: 'bamboo', style: 'flowers', label: '玫瑰' },
  },
  {
    code: 'FLO-003',
    slug: 'osmanthus-black-buckwheat',
    label: 'shanwu',
    zh: {
      name: '桂花黑苦荞',
      title: '桂花黑苦荞 苦荞茶 桂花茶 无咖啡因 晚上也能喝',
      description:
        '大凉山的黑苦荞慢炒到爆香，拌进苏州金桂。像一杯热的米香爆米花，后味是桂花。没有咖啡因，晚上看书的时候泡一壶。',
      points: ['全胚芽黑苦荞', '当年金桂', '晚上喝也睡得着'],
      usage: '一勺约 8 克，沸水 400 毫升，焖三分钟；荞麦粒可以吃掉。',
    },
    en: {
      name: 'Osmanthus black buckwheat',
      title: 'Osmanthus black buckwheat tea, caffeine-free evening infusion',
      description:
        'Black buckwheat from the Daliang mountains, roasted until it pops and tossed with this year’s golden osmanthus. It tastes like warm toasted rice with flowers at the end. No caffeine, so it belongs to late reading.',
      points: ['Whole-germ buckwheat', 'This year’s osmanthus', 'Fit for the evening'],
      usage: 'One spoon, about 8 g, 400 ml boiling water, three minutes; eat the grains afterwards.',
    },
    tags: ['everyday', 'winter'],
    attributes: {
      ingredients: ['黑苦荞、桂花', 'Black buckwheat, osmanthus'],
      origin: ['四川凉山', 'Liangshan, Sichuan'],
      caffeine: 'none',
      storage: 'cool',
    },
    flags: { shelfLifeDays: 360 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '150G', is: [['150 克', '150 g']], price: 36_00, cost: 12_00, grams: 165 },
      { sku: '400G', is: [['400 克', '400 g']], price: 82_00, cost: 29_00, grams: 425, look: { size: 1.2 } },
    ],
    picture: { form: 'pouch', colour: 'oat', accent: 'honey', label: '苦荞' },
  },
  {
    code: 'FLO-004',
    slug: 'tangerine-peel-aged',
    label: 'shanwu',
    zh: {
      name: '五年陈皮丝',
      title: '五年陈皮丝 新会陈皮 切丝 泡水煲汤 陶罐装',
      description:
        '新会果皮晒足三个夏天，再放满五年，切成细丝好取用。一小撮放进保温杯，是干橘子和老木头的香。煮红豆沙、炖鸭汤也少不了它。',
      points: ['五年足陈', '切丝易取', '泡水煲汤两用'],
      usage: '泡水放 2 克，沸水焖五分钟；煲汤 5 克，起锅前二十分钟下。',
    },
    en: {
      name: 'Five-year tangerine peel',
      title: 'Five-year tangerine peel from Xinhui, shredded, for tea and soup, in a stoneware jar',
      description:
        'Xinhui peel sunned for three summers, rested for five years and cut fine so a pinch is easy to take. In a flask it smells of dried orange and old wood. Red bean soup and braised duck cannot do without it.',
      points: ['A full five years', 'Cut fine', 'For cup and pot'],
      usage: 'For tea 2 g, boiling water, five minutes; for soup 5 g in the last twenty minutes.',
    },
    tags: ['winter', 'gift'],
    attributes: {
      ingredients: ['陈皮', 'Aged tangerine peel'],
      origin: ['广东新会', 'Xinhui, Guangdong'],
      caffeine: 'none',
      storage: 'cool',
    },
    flags: { shelfLifeDays: 1800 },
    variants: [{ price: 128_00, cost: 52_00, grams: 380 }],
    picture: { form: 'caddy', colour: 'terracotta', accent: 'walnut', label: '陈皮' },
    views: ['close'],
  },
  {
    code: 'FLO-005',
    slug: 'mulberry-mint-sachets',
    label: 'shanwu',
    zh: {
      name: '桑叶薄荷茶包',
      title: '桑叶薄荷茶包 花草茶 三角茶包 清爽 冷泡',
      description:
        '嫩桑叶打底，薄荷提气，加一点柠檬草。夏天放进冷水瓶，冰箱里过一夜就是一壶清凉。茶包是玉米纤维做的，用完可以丢进花盆。',
      points: ['冷泡热泡都行', '玉米纤维茶包', '一盒喝三周'],
      usage: '热泡 250 毫升三分钟；冷泡 500 毫升，冷藏六小时。',
    },
    en: {
      name: 'Mulberry leaf & mint sachets',
      title: 'Mulberry leaf & mint sachets, herbal tea bags for hot or cold brewing',
      description:
        'Young mulberry leaf for body, mint for lift, a little lemongrass. Left in a bottle of cold water overnight it is a whole jug of cool. The bags are corn fibre and may go into a flowerpot afterwards.',
      points: ['Hot or cold', 'Corn-fibre bags', 'Three weeks in a box'],
      usage: 'Hot: 250 ml, three minutes. Cold: 500 ml, six hours in the fridge.',
    },
    tags: ['summer', 'desk', 'new'],
    attributes: {
      ingredients: ['桑叶、薄荷、柠檬草', 'Mulberry leaf, mint, lemongrass'],
      origin: ['浙江安吉', 'Anji, Zhejiang'],
      caffeine: 'none',
      storage: 'cool',
    },
    flags: { shelfLifeDays: 540 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '20B', is: [['20 包', '20 bags']], price: 39_00, cost: 13_00, grams: 70 },
      { sku: '60B', is: [['60 包', '60 bags']], price: 99_00, cost: 37_00, was: 117_00, grams: 190 },
    ],
    picture: { form: 'carton', colour: 'sage', accent: 'paper', label: '薄荷' },
  },
]
