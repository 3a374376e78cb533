import type { ProductSheet } from './sheet.ts'

export const bags: readonly ProductSheet[] = [
  {
    code: 'BAG-001',
    slug: 'market-canvas-tote',
    label: 'mianyue',
    zh: {
      name: '赶集帆布包',
      title: '赶集帆布包 托特包 大容量 单肩 买菜 通勤',
      description:
        '十六安帆布，装得下一棵白菜、一台电脑和一把伞。提手两种长度，能拎能背。里面有一个拉链袋，钥匙不会沉到底。',
      points: ['十六安厚帆布', '长短提手', '内有拉链袋'],
      usage: '冷水手洗，晾干后垫布熨平。',
    },
    en: {
      name: 'Market tote',
      title: 'Market canvas tote bag, large, for shopping and commuting',
      description:
        'Sixteen-ounce canvas that takes a cabbage, a laptop and an umbrella. Two lengths of handle, for hand and shoulder. A zipped pocket keeps the keys from sinking.',
      points: ['16 oz canvas', 'Two handle lengths', 'Zipped pocket'],
      usage: 'Hand wash cold; press under a cloth.',
    },
    tags: ['everyday', 'favourite'],
    attributes: { fabric: 'canvas', litres: 18, closure: ['磁扣', 'Magnet'], care: 'hand' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'NAT', is: [['本白', 'Natural']], price: 98_00, cost: 37_00, grams: 460, look: { colour: 'cream' } },
      { sku: 'MOSS', is: [['苔绿', 'Moss']], price: 98_00, cost: 37_00, grams: 460, look: { colour: 'moss' } },
      {
        sku: 'INK',
        is: [['墨黑', 'Ink']],
        price: 98_00,
        cost: 37_00,
        was: 118_00,
        grams: 460,
        look: { colour: 'ink' },
      },
    ],
    picture: { form: 'tote', style: 'tall', colour: 'cream', accent: 'walnut', label: '听檐', material: 'canvas' },
    views: ['close'],
  },
  {
    code: 'BAG-002',
    slug: 'drawstring-lunch-bag',
    label: 'mianyue',
    zh: {
      name: '束口便当袋',
      title: '束口便当袋 棉麻 抽绳 手提 午餐包',
      description: '底是圆的，便当盒放得平；口一抽就合上，像一个小包袱。里衬防泼水，汤洒了一点也不怕。绳头缀一颗木珠。',
      points: ['圆底放得平', '防泼水里衬', '木珠绳扣'],
      usage: '可机洗，里衬擦干。',
    },
    en: {
      name: 'Drawstring lunch bag',
      title: 'Drawstring lunch bag, cotton and linen with splash-proof lining',
      description:
        'A round base keeps the box level; one pull closes it like a small bundle. The lining forgives a little soup. A wooden bead ends the cord.',
      points: ['Round level base', 'Splash-proof lining', 'Wooden bead'],
      usage: 'Machine wash; wipe the lining dry.',
    },
    tags: ['desk', 'everyday'],
    attributes: { fabric: 'cotton-linen', litres: 4, closure: ['抽绳', 'Drawstring'], care: 'machine' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'OAT', is: [['燕麦', 'Oat']], price: 49_00, cost: 17_00, grams: 120, look: { colour: 'oat' } },
      { sku: 'MIST', is: [['雾蓝', 'Mist blue']], price: 49_00, cost: 17_00, grams: 120, look: { colour: 'mist' } },
      {
        sku: 'CLAY',
        is: [['陶红', 'Clay']],
        price: 49_00,
        cost: 17_00,
        was: 56_00,
        grams: 120,
        look: { colour: 'clay' },
      },
    ],
    picture: { form: 'drawstring', colour: 'oat', accent: 'walnut', material: 'linen' },
  },
  {
    code: 'BAG-003',
    slug: 'waxed-zip-pouch',
    label: 'mianyue',
    zh: {
      name: '蜡布收纳包',
      title: '蜡布收纳包 笔袋 化妆包 防水 拉链 小包',
      description: '帆布浸过蜂蜡，水珠挂得住。折一下会有白痕，手一搓又没了，这就是它的脾气。大的装洗漱，小的装笔。',
      points: ['蜂蜡防水', '铜拉链', '一大一小'],
      usage: '不可水洗，湿布擦拭；三年后可补蜡。',
    },
    en: {
      name: 'Waxed zip pouch',
      title: 'Waxed canvas zip pouch for pens, washing things and cables',
      description:
        'Canvas steeped in beeswax, so drops stand on it. A fold leaves a white line that rubs away: that is its temper. Large for washing things, small for pens.',
      points: ['Beeswax against rain', 'Brass zip', 'Large and small'],
      usage: 'Do not wash, wipe damp; re-wax after three years.',
    },
    tags: ['gift', 'desk', 'new'],
    attributes: { fabric: 'canvas', litres: 1.5, closure: ['铜拉链', 'Brass zip'], care: 'wipe' },
    options: [
      ['颜色', 'Colour'],
      ['尺寸', 'Size'],
    ],
    variants: [
      {
        sku: 'TAN-S',
        is: [
          ['驼色', 'Tan'],
          ['小', 'Small'],
        ],
        price: 59_00,
        cost: 21_00,
        grams: 90,
        look: { colour: 'honey' },
      },
      {
        sku: 'TAN-L',
        is: [
          ['驼色', 'Tan'],
          ['大', 'Large'],
        ],
        price: 79_00,
        cost: 30_00,
        grams: 150,
        look: { colour: 'honey' },
      },
      {
        sku: 'PINE-S',
        is: [
          ['松绿', 'Pine'],
          ['小', 'Small'],
        ],
        price: 59_00,
        cost: 21_00,
        grams: 90,
        look: { colour: 'pine' },
      },
      {
        sku: 'PINE-L',
        is: [
          ['松绿', 'Pine'],
          ['大', 'Large'],
        ],
        price: 79_00,
        cost: 30_00,
        grams: 150,
        look: { colour: 'pine' },
      },
    ],
    picture: { form: 'zipPouch', colour: 'honey', accent: 'brass', material: 'canvas' },
  },
  {
    code: 'BAG-004',
    slug: 'willow-picnic-basket',
    label: 'muge',
    zh: {
      name: '柳编提篮',
      title: '柳编提篮 野餐篮 买菜篮 收纳 手工 藤编',
      description:
        '阜南的杞柳，煮过剥了皮再编，一位阿姨一天编两只。装水果、装毛线、装一壶茶去河边。提手裹了牛皮，不勒手。',
      points: ['杞柳手编', '皮裹提手', '里衬可拆'],
      usage: '受潮后通风晾干；里衬可机洗。',
    },
    en: {
      name: 'Willow basket',
      title: 'Willow picnic and market basket, hand-woven, with lining',
      description:
        'Willow from Funan, boiled, peeled and woven; one woman makes two in a day. For fruit, for wool, for a flask of tea by the river. The handle is wrapped in leather.',
      points: ['Woven by hand', 'Leather handle', 'Lining comes out'],
      usage: 'Air it when damp; lining machine-washable.',
    },
    tags: ['handmade', 'summer', 'guests'],
    attributes: { fabric: 'cotton-linen', litres: 12, closure: ['敞口', 'Open'], care: 'wipe' },
    flags: { nonStandard: true },
    variants: [{ price: 158_00, cost: 66_00, was: 178_00, grams: 920 }],
    picture: { form: 'basket', style: 'handle', colour: 'honey', accent: 'cream', material: 'wicker' },
    views: ['scene'],
  },
  {
    code: 'BAG-005',
    slug: 'furoshiki-wrap',
    label: 'mianyue',
    zh: {
      name: '包袱布',
      title: '包袱布 礼物包装布 棉布 便当布 大方巾',
      description:
        '七十厘米见方，会打两个结就能包书、包酒、包一只西瓜。印的是屋檐和雨线，正反都好看。不用包东西的时候就是桌布。',
      points: ['两面可用', '附打结图', '可反复包礼'],
      usage: '深色首次单独洗；中温熨烫。',
    },
    en: {
      name: 'Wrapping cloth',
      title: 'Wrapping cloth for gifts and lunch, square cotton, two sides',
      description:
        'Seventy centimetres square: two knots wrap a book, a bottle or a melon. Printed with eaves and lines of rain, good on both sides. With nothing to wrap it is a tablecloth.',
      points: ['Two good sides', 'Knot guide', 'Wraps again and again'],
      usage: 'Wash dark colours alone first; warm iron.',
    },
    tags: ['gift', 'everyday'],
    attributes: { fabric: 'cotton', litres: 6, closure: ['打结', 'Knot'], care: 'machine' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'INDIGO', is: [['靛蓝', 'Indigo']], price: 42_00, cost: 14_00, grams: 80, look: { colour: 'indigo' } },
      {
        sku: 'CINNABAR',
        is: [['朱砂', 'Cinnabar']],
        price: 42_00,
        cost: 14_00,
        grams: 80,
        look: { colour: 'cinnabar' },
      },
    ],
    picture: { form: 'furoshiki', colour: 'indigo', accent: 'paper', pattern: 'rain', material: 'cloth' },
  },
]
