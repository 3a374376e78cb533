import type { ProductSheet } from './sheet.ts'

export const towels: readonly ProductSheet[] = [
  {
    code: 'TWL-001',
    slug: 'cloud-face-towel',
    label: 'mianyue',
    zh: {
      name: '云朵面巾',
      title: '云朵面巾 洗脸毛巾 纯棉 吸水 家用',
      description:
        '低捻纱织的，毛圈长，擦脸不用搓，按一下水就没了。边上有一圈细细的滚边，孩子用左边，大人用右边。新毛巾下水第一遍会掉一点毛，第二遍就好。',
      points: ['低捻长毛圈', '一按就干', '滚边不散'],
      usage: '勿用柔顺剂，会影响吸水；建议三个月更换。',
    },
    en: {
      name: 'Cloud face towel',
      title: 'Cloud face towel, absorbent pure cotton',
      description:
        'Low-twist yarn with long loops: no rubbing, press once and the water is gone. A fine piped edge all round. It sheds a little in the first wash and never after the second.',
      points: ['Long low-twist loops', 'One press dries', 'Piped edge'],
      usage: 'No softener, it spoils the thirst; renew every three months.',
    },
    tags: ['everyday', 'favourite', 'gentle'],
    attributes: { fabric: 'cotton', gsm: 480, care: 'machine' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'WHITE', is: [['米白', 'Rice white']], price: 26_00, cost: 9_00, grams: 130, look: { colour: 'paper' } },
      { sku: 'SAGE', is: [['鼠尾草', 'Sage']], price: 26_00, cost: 9_00, grams: 130, look: { colour: 'sage' } },
      { sku: 'ROSE', is: [['陶粉', 'Clay pink']], price: 26_00, cost: 9_00, grams: 130, look: { colour: 'rose' } },
      {
        sku: 'MIST',
        is: [['雾蓝', 'Mist blue']],
        price: 26_00,
        cost: 9_00,
        was: 29_00,
        grams: 130,
        look: { colour: 'mist' },
      },
    ],
    picture: { form: 'towels', style: 'stack', colour: 'paper', material: 'terry', count: 3 },
    views: ['close'],
  },
  {
    code: 'TWL-002',
    slug: 'big-bath-towel',
    label: 'mianyue',
    zh: {
      name: '大大浴巾',
      title: '大大浴巾 纯棉 加厚 吸水 80×150',
      description:
        '八十乘一百五，高个子也裹得住。五百五十克重，厚而不硬，挂一夜能干。一头缝了布环，钩子和门把手都挂得上。',
      points: ['加大加厚', '一夜晾干', '布环好挂'],
      usage: '30 ℃ 机洗，抖松晾晒。',
    },
    en: {
      name: 'Big bath towel',
      title: 'Big bath towel, thick pure cotton, 80×150 cm',
      description:
        'Eighty by one hundred and fifty, enough for the tall. At 550 grams it is thick but not stiff, and dries overnight. A cloth loop at one end hangs on any hook or handle.',
      points: ['Large and thick', 'Dry overnight', 'Loop to hang'],
      usage: '30 °C; shake out and hang.',
    },
    tags: ['everyday'],
    attributes: { fabric: 'cotton', gsm: 550, care: 'machine' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'OAT', is: [['燕麦', 'Oat']], price: 89_00, cost: 35_00, grams: 680, look: { colour: 'oat' } },
      { sku: 'SLATE', is: [['石板灰', 'Slate']], price: 89_00, cost: 35_00, grams: 680, look: { colour: 'slate' } },
    ],
    picture: { form: 'towels', style: 'rolled', colour: 'oat', material: 'terry', count: 3 },
  },
  {
    code: 'TWL-003',
    slug: 'indigo-tenugui',
    label: 'mianyue',
    zh: {
      name: '靛染手拭',
      title: '靛染手拭 棉布手巾 植物染 茶巾 包裹布',
      description:
        '植物靛染，一块布从深到浅浸了四次。擦手、垫茶壶、包便当、挂在墙上都行。两头不锁边，洗几次会起一点毛，那是它的样子。',
      points: ['植物靛蓝', '四次浸染', '一布多用'],
      usage: '前三次单独冷水手洗，会有浮色。',
    },
    en: {
      name: 'Indigo hand cloth',
      title: 'Indigo hand cloth, plant-dyed cotton tea and wrapping cloth',
      description:
        'Plant indigo, one cloth dipped four times from deep to pale. Dry hands, stand a teapot, wrap a lunch box, hang it on the wall. The ends are left raw and fray a little, as they should.',
      points: ['Plant indigo', 'Dipped four times', 'One cloth, many uses'],
      usage: 'Wash cold and alone the first three times.',
    },
    tags: ['handmade', 'gift', 'summer'],
    attributes: { fabric: 'cotton', gsm: 110, care: 'hand' },
    options: [['花样', 'Pattern']],
    variants: [
      { sku: 'WAVE', is: [['水波', 'Wave']], price: 48_00, cost: 17_00, grams: 60, look: { pattern: 'wave' } },
      { sku: 'RAIN', is: [['雨丝', 'Rain']], price: 48_00, cost: 17_00, grams: 60, look: { pattern: 'rain' } },
    ],
    picture: { form: 'cloth', colour: 'indigo', accent: 'paper', pattern: 'wave', material: 'cloth' },
  },
  {
    code: 'TWL-004',
    slug: 'linen-tea-towels',
    label: 'mianyue',
    zh: {
      name: '亚麻擦杯布',
      title: '亚麻擦杯布 厨房抹布 不掉毛 两条装',
      description:
        '擦玻璃杯不留毛，用过都知道棉布做不到。一条素色，一条细条纹，角上缝了挂绳。越用越软，用旧了还能擦窗。',
      points: ['不掉毛', '吸水快干', '带挂绳'],
      usage: '可机洗、可煮沸。',
    },
    en: {
      name: 'Linen glass cloths',
      title: 'Linen glass cloths, lint-free kitchen towels, pair',
      description:
        'They leave no lint on a glass, which cotton never manages. One plain, one finely striped, each with a loop. They soften with use, and when old they clean windows.',
      points: ['No lint', 'Drinks and dries fast', 'With loop'],
      usage: 'Machine wash; may be boiled.',
    },
    tags: ['everyday', 'small-home'],
    attributes: { fabric: 'linen', gsm: 180, care: 'machine' },
    options: [['配色', 'Colours']],
    variants: [
      { sku: 'BLUE', is: [['蓝条', 'Blue stripe']], price: 56_00, cost: 21_00, grams: 150, look: { accent: 'indigo' } },
      {
        sku: 'RED',
        is: [['红条', 'Red stripe']],
        price: 56_00,
        cost: 21_00,
        was: 62_00,
        grams: 150,
        look: { accent: 'cinnabar' },
      },
    ],
    picture: {
      form: 'foldedStack',
      style: 'striped',
      colour: 'paper',
      accent: 'indigo',
      pattern: 'stripe',
      material: 'linen',
      count: 2,
    },
  },
  {
    code: 'TWL-005',
    slug: 'thick-bath-mat',
    label: 'mianyue',
    zh: {
      name: '出浴脚垫',
      title: '出浴脚垫 纯棉地巾 加厚 吸水 防滑 浴室',
      description:
        '九百克的棉，双面毛圈，脚站上去先是厚，水马上就吸走。比普通地巾窄一点，正好放在淋浴门口。整块进洗衣机，不用拆。',
      points: ['双面加厚', '吸水快', '整块机洗'],
      usage: '30 ℃ 机洗，挂起晾干。',
    },
    en: {
      name: 'Step-out bath mat',
      title: 'Step-out bath mat, thick absorbent cotton',
      description:
        'Nine hundred grams of cotton looped on both sides: thick underfoot, and the water is gone. Slightly narrow, to fit the shower door. It goes in the machine whole.',
      points: ['Two thick sides', 'Drinks fast', 'Washes whole'],
      usage: '30 °C, hang to dry.',
    },
    tags: ['everyday'],
    attributes: { fabric: 'cotton', gsm: 900, care: 'machine' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'SAND', is: [['沙色', 'Sand']], price: 59_00, cost: 23_00, grams: 560, look: { colour: 'sand' } },
      { sku: 'TEAL', is: [['黛青', 'Deep teal']], price: 59_00, cost: 23_00, grams: 560, look: { colour: 'teal' } },
    ],
    picture: { form: 'towels', style: 'mat', colour: 'sand', material: 'terry', count: 1 },
  },
]
