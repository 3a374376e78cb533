import type { ProductSheet } from './sheet.ts'

export const boardsTools: readonly ProductSheet[] = [
  {
    code: 'BRD-001',
    slug: 'end-grain-board',
    label: 'muge',
    zh: {
      name: '竖纹相思木砧板',
      title: '竖纹相思木砧板 菜板 实木 加厚 切菜板',
      description:
        '木纹是立着的，刀落下去像落在一把刷子上，不伤刃，也不容易留痕。三厘米厚，剁排骨不跳。侧面挖了手槽，单手提得起来。',
      points: ['立纹护刀', '三厘米厚', '侧面手槽'],
      usage: '用后立起晾干，每月擦一次食用矿物油。',
    },
    en: {
      name: 'End-grain acacia board',
      title: 'End-grain acacia chopping board, thick solid wood',
      description:
        'The grain stands upright, so the knife lands as if in a brush: the edge lasts and marks close. Three centimetres thick, it does not jump under ribs. Grips at the sides make it a one-hand lift.',
      points: ['Kind to knives', '3 cm thick', 'Side grips'],
      usage: 'Dry on edge; food-grade mineral oil once a month.',
    },
    tags: ['everyday', 'favourite'],
    attributes: { material: 'acacia', length_cm: 38, finish: ['食用矿物油', 'Food-grade mineral oil'] },
    options: [['尺寸', 'Size']],
    variants: [
      { sku: 'S', is: [['30×20 cm', '30×20 cm']], price: 118_00, cost: 47_00, grams: 1500 },
      { sku: 'M', is: [['38×26 cm', '38×26 cm']], price: 168_00, cost: 69_00, grams: 2400 },
      { sku: 'L', is: [['45×30 cm', '45×30 cm']], price: 228_00, cost: 96_00, was: 248_00, grams: 3300 },
    ],
    picture: { form: 'board', style: 'endgrain', colour: 'acacia', material: 'wood' },
    views: ['close'],
  },
  {
    code: 'BRD-002',
    slug: 'bread-board-with-loop',
    label: 'muge',
    zh: {
      name: '挂绳面包板',
      title: '挂绳面包板 榉木 小砧板 水果板 辅食板',
      description: '切个苹果、切片面包，用不着搬大砧板。榉木细白，柄上穿了棉绳，洗完往钩子上一挂。早餐可以直接端上桌。',
      points: ['轻，一只手拿得住', '棉绳可挂', '当早餐盘用'],
      usage: '快洗擦干，挂起来晾。',
    },
    en: {
      name: 'Bread board with loop',
      title: 'Bread board with loop, small beech board for fruit and breakfast',
      description:
        'For one apple or two slices there is no need to move the big board. Fine pale beech with a cotton loop, so it hangs up after rinsing. Breakfast may be served on it.',
      points: ['Light in one hand', 'Hangs by its loop', 'A plate at breakfast'],
      usage: 'Rinse, wipe, hang to dry.',
    },
    tags: ['small-home', 'solo'],
    attributes: { material: 'beech', length_cm: 34, finish: ['亚麻籽油', 'Linseed oil'] },
    variants: [{ price: 58_00, cost: 21_00, grams: 520 }],
    picture: { form: 'board', style: 'paddle', colour: 'beech', material: 'wood' },
    views: ['scene'],
  },
  {
    code: 'BRD-003',
    slug: 'spatula-trio',
    label: 'muge',
    zh: {
      name: '锅铲三件',
      title: '锅铲三件 木铲 汤勺 饭勺 不伤锅 木制厨具',
      description:
        '一把铲、一把勺、一把饭勺，同一块黑胡桃上裁下来的。边沿磨成三十度，贴得住锅底，不刮涂层。配一只小陶筒，立在灶边就好。',
      points: ['不伤锅', '三十度斜口', '附陶筒'],
      usage: '避免久泡；发毛时用细砂纸顺纹打磨。',
    },
    en: {
      name: 'Kitchen trio',
      title: 'Kitchen trio: wooden spatula, ladle and rice paddle with stoneware holder',
      description:
        'A turner, a ladle and a rice paddle cut from the same walnut plank. The edges are ground to thirty degrees to hug the pan and never scratch. They come with a stoneware pot to stand by the stove.',
      points: ['Kind to pans', 'Thirty-degree edge', 'With holder'],
      usage: 'Do not soak; smooth with fine sandpaper along the grain.',
    },
    tags: ['gift', 'everyday'],
    attributes: { material: 'walnut', length_cm: 32, finish: ['木蜡油', 'Hard wax oil'] },
    variants: [{ price: 139_00, cost: 54_00, was: 159_00, grams: 900 }],
    picture: { form: 'utensils', colour: 'walnut', accent: 'oat', material: 'wood' },
  },
  {
    code: 'BRD-004',
    slug: 'everyday-chopsticks',
    label: 'muge',
    zh: {
      name: '家人筷',
      title: '家人筷 铁木筷子 五双装 分色 防滑 礼盒',
      description: '五双一盒，筷尾各染一色，谁的就是谁的。头部方、尾部圆，夹粉丝不滑。没有漆，用天然木蜡油擦过三遍。',
      points: ['五色分人', '方头防滑', '无漆'],
      usage: '手洗晾干，建议半年更换。',
    },
    en: {
      name: 'Family chopsticks',
      title: 'Family chopsticks, five pairs in five colours, non-slip, boxed',
      description:
        'Five pairs to a box, each dipped in its own colour, so everyone knows theirs. Square at the tip, round at the top, they hold glass noodles. No lacquer, only three coats of natural wax.',
      points: ['One colour each', 'Square tips', 'No lacquer'],
      usage: 'Wash by hand; renew every half year.',
    },
    tags: ['everyday', 'gift', 'guests'],
    attributes: { material: 'acacia', length_cm: 24, finish: ['木蜡油', 'Hard wax oil'] },
    options: [['配色', 'Palette']],
    variants: [
      { sku: 'WARM', is: [['暖色', 'Warm']], price: 49_00, cost: 17_00, grams: 190, look: { style: 'warm' } },
      { sku: 'COOL', is: [['冷色', 'Cool']], price: 49_00, cost: 17_00, grams: 190, look: { style: 'cool' } },
    ],
    picture: { form: 'chopsticks', style: 'warm', colour: 'walnut', material: 'wood' },
    views: ['close'],
  },
  {
    code: 'BRD-005',
    slug: 'dumpling-rolling-pin',
    label: 'muge',
    zh: {
      name: '擀面杖',
      title: '擀面杖 榉木 饺子皮 家用 两头尖',
      description: '中间粗、两头细，擀饺子皮一转一个圆。榉木蒸过再车，不弯不裂。三十厘米一支，抽屉里放得下。',
      points: ['枣核形，皮圆', '蒸汽定型', '抽屉放得下'],
      usage: '湿布擦净晾干，不要泡水。',
    },
    en: {
      name: 'Dumpling rolling pin',
      title: 'Dumpling rolling pin, tapered beech, for home kitchens',
      description:
        'Thick in the middle and slim at the ends, it turns a round dumpling skin with every roll. The beech is steamed before turning and stays straight. Thirty centimetres, so it fits a drawer.',
      points: ['Tapered for round skins', 'Steam-set', 'Fits a drawer'],
      usage: 'Wipe damp and dry; do not soak.',
    },
    tags: ['everyday', 'winter'],
    attributes: { material: 'beech', length_cm: 30, finish: ['素面', 'Plain'] },
    options: [['木材', 'Wood']],
    variants: [
      { sku: 'BEECH', is: [['榉木', 'Beech']], price: 29_00, cost: 9_50, grams: 210, look: { colour: 'beech' } },
      { sku: 'WALNUT', is: [['黑胡桃', 'Walnut']], price: 49_00, cost: 18_00, grams: 230, look: { colour: 'walnut' } },
    ],
    picture: { form: 'rollingPin', colour: 'beech', material: 'wood' },
  },
]
