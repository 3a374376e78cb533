import type { ProductSheet } from './sheet.ts'

export const bowlsPlates: readonly ProductSheet[] = [
  {
    code: 'BWL-001',
    slug: 'morning-rice-bowl',
    label: 'sutai',
    zh: {
      name: '清晨饭碗',
      title: '清晨饭碗 陶瓷碗 米饭碗 手作釉 家用',
      description:
        '口径十一厘米半，盛一碗饭不多不少。碗底收得高，端着不烫手；釉里有一点点铁，烧出来每只的小斑点都不一样。一家人可以一人一色。',
      points: ['高圈足不烫手', '天然铁斑', '可进微波炉和洗碗机'],
      usage: '可微波、可洗碗机；请勿直火。',
    },
    en: {
      name: 'Morning rice bowl',
      title: 'Morning rice bowl, ceramic bowl with speckled glaze for every day',
      description:
        'Eleven and a half centimetres across: one bowl of rice, no more, no less. A high foot keeps the heat from your fingers, and a little iron in the glaze gives every bowl its own freckles. One colour for each at the table.',
      points: ['High, cool foot', 'Natural iron speckle', 'Microwave and dishwasher'],
      usage: 'Safe in microwave and dishwasher; not on a flame.',
    },
    tags: ['everyday', 'favourite'],
    attributes: {
      material: 'stoneware',
      diameter_cm: 11.5,
      glaze: ['斑点哑光', 'Speckled matt'],
      microwave: 'yes',
      dishwasher: 'yes',
    },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'OAT', is: [['燕麦', 'Oat']], price: 36_00, cost: 12_50, grams: 260, look: { colour: 'oat' } },
      { sku: 'SAGE', is: [['鼠尾草', 'Sage']], price: 36_00, cost: 12_50, grams: 260, look: { colour: 'sage' } },
      { sku: 'MIST', is: [['雾蓝', 'Mist blue']], price: 36_00, cost: 12_50, grams: 260, look: { colour: 'mist' } },
      { sku: 'CLAY', is: [['陶红', 'Clay']], price: 36_00, cost: 12_50, grams: 260, look: { colour: 'clay' } },
    ],
    picture: { form: 'bowl', style: 'rice', colour: 'oat', material: 'speckle' },
    views: ['above', 'scene'],
  },
  {
    code: 'BWL-002',
    slug: 'big-noodle-bowl',
    label: 'sutai',
    zh: {
      name: '一人食面碗',
      title: '一人食面碗 大汤碗 斗笠碗 拉面碗 陶瓷',
      description:
        '斗笠一样敞开的口，面、汤、菜、半个蛋都摆得开。壁厚两毫米八，保温刚好，端着也不沉。碗边有一圈深一点的釉，像走过一笔墨。',
      points: ['斗笠敞口', '900 毫升够一餐', '边沿手工拖釉'],
      usage: '可微波、可洗碗机。',
    },
    en: {
      name: 'Noodle bowl for one',
      title: 'Noodle bowl for one, wide ramen and soup bowl, ceramic',
      description:
        'Open like a rain hat, with room for noodles, broth, greens and half an egg. The wall is 2.8 mm: warm enough, never heavy. A darker line of glaze runs round the rim like one stroke of ink.',
      points: ['Wide open shape', '900 ml is a meal', 'Rim glazed by hand'],
      usage: 'Safe in microwave and dishwasher.',
    },
    tags: ['solo', 'everyday', 'winter'],
    attributes: {
      material: 'stoneware',
      diameter_cm: 20,
      glaze: ['白釉墨边', 'White with ink rim'],
      microwave: 'yes',
      dishwasher: 'yes',
    },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'WHITE', is: [['米白', 'Rice white']], price: 68_00, cost: 24_00, grams: 720, look: { colour: 'paper' } },
      {
        sku: 'TEAL',
        is: [['黛青', 'Deep teal']],
        price: 72_00,
        cost: 26_00,
        was: 79_00,
        grams: 720,
        look: { colour: 'teal', accent: 'charcoal' },
      },
    ],
    picture: { form: 'bowl', style: 'wide', colour: 'paper', accent: 'charcoal', material: 'glaze' },
    views: ['above'],
  },
  {
    code: 'BWL-003',
    slug: 'lotus-rim-plate',
    label: 'sutai',
    zh: {
      name: '荷边浅盘',
      title: '荷边浅盘 菜盘 陶瓷盘子 家用 西餐盘',
      description:
        '边沿按荷叶的起伏捏过，一圈十二个浅浅的弯，近看才发现。盘心平，放牛排和放一条清蒸鱼都合适。三个尺寸可以叠着收。',
      points: ['十二瓣荷边', '盘心平整', '三种尺寸好叠放'],
      usage: '可微波、可洗碗机。',
    },
    en: {
      name: 'Lotus-rim plate',
      title: 'Lotus-rim plate, shallow ceramic dinner plate',
      description:
        'The rim is pinched in twelve soft waves like a lotus leaf; you notice only when you come close. The middle is flat, as right for a steak as for a steamed fish. Three sizes stack for the cupboard.',
      points: ['Twelve soft waves', 'Flat centre', 'Three stacking sizes'],
      usage: 'Safe in microwave and dishwasher.',
    },
    tags: ['guests', 'everyday'],
    attributes: {
      material: 'porcelain',
      diameter_cm: 21,
      glaze: ['青白', 'Blue-white'],
      microwave: 'yes',
      dishwasher: 'yes',
    },
    options: [
      ['颜色', 'Colour'],
      ['尺寸', 'Size'],
    ],
    variants: [
      {
        sku: 'PALE-16',
        is: [
          ['青白', 'Pale blue'],
          ['16 cm', '16 cm'],
        ],
        price: 39_00,
        cost: 13_50,
        grams: 310,
        look: { colour: 'ice' },
      },
      {
        sku: 'PALE-21',
        is: [
          ['青白', 'Pale blue'],
          ['21 cm', '21 cm'],
        ],
        price: 59_00,
        cost: 21_00,
        grams: 520,
        look: { colour: 'ice' },
      },
      {
        sku: 'PALE-26',
        is: [
          ['青白', 'Pale blue'],
          ['26 cm', '26 cm'],
        ],
        price: 86_00,
        cost: 32_00,
        grams: 860,
        look: { colour: 'ice' },
      },
      {
        sku: 'TEA-16',
        is: [
          ['茶叶末', 'Tea dust'],
          ['16 cm', '16 cm'],
        ],
        price: 39_00,
        cost: 13_50,
        grams: 310,
        look: { colour: 'moss' },
      },
      {
        sku: 'TEA-21',
        is: [
          ['茶叶末', 'Tea dust'],
          ['21 cm', '21 cm'],
        ],
        price: 59_00,
        cost: 21_00,
        grams: 520,
        look: { colour: 'moss' },
      },
      {
        sku: 'TEA-26',
        is: [
          ['茶叶末', 'Tea dust'],
          ['26 cm', '26 cm'],
        ],
        price: 86_00,
        cost: 32_00,
        was: 92_00,
        grams: 860,
        look: { colour: 'moss' },
      },
    ],
    picture: { form: 'plate', style: 'lotus', colour: 'ice', material: 'glaze' },
    views: ['above'],
  },
  {
    code: 'BWL-004',
    slug: 'pinched-sauce-dishes',
    label: 'sutai',
    zh: {
      name: '手捏味碟',
      title: '手捏味碟 小碟子 蘸料碟 四只装 陶瓷',
      description: '四只一组，大小相近，形状各自随手。放酱油、放一撮盐、放耳环都好。底部没有上釉，摸得到泥的细砂。',
      points: ['每只都不同', '四色一组', '裸底防滑'],
      usage: '可洗碗机；素底请避免长时间浸泡。',
    },
    en: {
      name: 'Pinched sauce dishes',
      title: 'Pinched sauce dishes, hand-formed ceramic, set of four',
      description:
        'Four to a set, about the same size, each shaped as the hand wished. For soy sauce, a pinch of salt or a pair of earrings. The base is left bare so you can feel the fine sand in the clay.',
      points: ['No two alike', 'Four colours together', 'Bare base does not slip'],
      usage: 'Dishwasher safe; do not leave the bare base soaking.',
    },
    tags: ['handmade', 'gift', 'guests'],
    attributes: {
      material: 'stoneware',
      diameter_cm: 9,
      glaze: ['四色混搭', 'Four colours'],
      microwave: 'yes',
      dishwasher: 'yes',
    },
    variants: [{ price: 88_00, cost: 32_00, grams: 460 }],
    picture: { form: 'dishes', colour: 'oat', material: 'speckle', count: 4 },
    views: ['above'],
  },
  {
    code: 'BWL-005',
    slug: 'walnut-serving-platter',
    label: 'muge',
    zh: {
      name: '黑胡桃长托盘',
      title: '黑胡桃长托盘 木盘 水果盘 点心盘 待客',
      description:
        '一整块黑胡桃挖出来，没有拼缝，边缘只留五毫米厚。摆一排寿司或几样干果，客人会先看盘子。油擦得多了，颜色会一年比一年深。',
      points: ['整木无拼', '薄边五毫米', '越用越深'],
      usage: '温水快洗擦干，每季薄涂一次木蜡油。',
    },
    en: {
      name: 'Walnut serving platter',
      title: 'Walnut serving platter, long wooden tray for fruit and treats',
      description:
        'Carved from one piece of walnut, no joint, the edge left at five millimetres. With a row of sushi or a few dried fruits, guests look at the board first. Oil it now and then and it darkens year by year.',
      points: ['One piece of wood', 'Five-millimetre edge', 'Darkens with age'],
      usage: 'Rinse warm, dry at once; a thin coat of oil each season.',
    },
    tags: ['guests', 'gift', 'limited'],
    attributes: {
      material: 'wood',
      diameter_cm: 38,
      glaze: ['木蜡油', 'Hard wax oil'],
      microwave: 'no',
      dishwasher: 'no',
    },
    options: [['长度', 'Length']],
    variants: [
      { sku: '28', is: [['28 cm', '28 cm']], price: 138_00, cost: 58_00, grams: 380 },
      { sku: '38', is: [['38 cm', '38 cm']], price: 188_00, cost: 82_00, was: 208_00, grams: 560 },
    ],
    picture: { form: 'platter', colour: 'walnut', material: 'wood' },
    views: ['scene'],
  },
]
