import type { ProductSheet } from './sheet.ts'

export const basketsTrays: readonly ProductSheet[] = [
  {
    code: 'BSK-001',
    slug: 'cotton-rope-basket',
    label: 'mianyue',
    zh: {
      name: '棉绳收纳篮',
      title: '棉绳收纳篮 脏衣篮 玩具篮 编织 软 可折',
      description:
        '粗棉绳一圈圈缝起来，站得住也压得扁。装毯子、玩具、待洗的衣服，孩子撞上去不疼。两边有提耳，搬着走也轻。',
      points: ['软而有型', '可压扁收纳', '提耳好搬'],
      usage: '冷水局部清洗，塞毛巾定型晾干。',
    },
    en: {
      name: 'Cotton rope basket',
      title: 'Cotton rope basket for laundry, toys and throws',
      description:
        'Thick cotton rope sewn round and round: it stands, and it folds. For blankets, toys or the wash, and no one is hurt who runs into it. Two ears make it easy to carry.',
      points: ['Soft but stands', 'Folds flat', 'Ears to carry'],
      usage: 'Spot clean cold; dry stuffed with towels.',
    },
    tags: ['everyday', 'favourite', 'small-home'],
    attributes: { material: ['棉绳', 'Cotton rope'], measures: ['Φ35×30 cm', 'Ø35×30 cm'] },
    options: [
      ['颜色', 'Colour'],
      ['尺寸', 'Size'],
    ],
    variants: [
      {
        sku: 'NAT-S',
        is: [
          ['本白', 'Natural'],
          ['小', 'Small'],
        ],
        price: 69_00,
        cost: 26_00,
        grams: 520,
        look: { colour: 'cream' },
      },
      {
        sku: 'NAT-L',
        is: [
          ['本白', 'Natural'],
          ['大', 'Large'],
        ],
        price: 99_00,
        cost: 39_00,
        grams: 860,
        look: { colour: 'cream' },
      },
      {
        sku: 'GREY-S',
        is: [
          ['石板灰', 'Slate'],
          ['小', 'Small'],
        ],
        price: 69_00,
        cost: 26_00,
        grams: 520,
        look: { colour: 'slate' },
      },
      {
        sku: 'GREY-L',
        is: [
          ['石板灰', 'Slate'],
          ['大', 'Large'],
        ],
        price: 99_00,
        cost: 39_00,
        was: 109_00,
        grams: 860,
        look: { colour: 'slate' },
      },
    ],
    picture: { form: 'basket', style: 'rope', colour: 'cream', accent: 'walnut', material: 'rope' },
    views: ['scene'],
  },
  {
    code: 'BSK-002',
    slug: 'round-oak-tray',
    label: 'muge',
    zh: {
      name: '圆橡木托盘',
      title: '圆橡木托盘 茶盘 咖啡托盘 防滑 实木',
      description:
        '三十二厘米，一壶两杯加一碟点心。边沿往里收一点，手指扣得住，走路不怕滑。托盘面做了细纹，杯子不会跑。',
      points: ['内扣边好端', '防滑细纹', '整圈蒸弯'],
      usage: '湿布擦净立即擦干。',
    },
    en: {
      name: 'Round oak tray',
      title: 'Round oak tray for tea and coffee, non-slip, solid wood',
      description:
        'Thirty-two centimetres: a pot, two cups and a dish of something sweet. The rim leans in a little so fingers hold. A fine texture keeps the cups where they are.',
      points: ['Rim to hold', 'Cups stay put', 'Steam-bent ring'],
      usage: 'Wipe damp, dry at once.',
    },
    tags: ['guests', 'everyday'],
    attributes: { material: ['白橡', 'White oak'], measures: ['Φ32×4 cm', 'Ø32×4 cm'] },
    options: [['木色', 'Finish']],
    variants: [
      {
        sku: 'OAK',
        is: [['橡木本色', 'Natural oak']],
        price: 128_00,
        cost: 52_00,
        grams: 780,
        look: { colour: 'oak' },
      },
      { sku: 'SMOKE', is: [['烟熏色', 'Smoked']], price: 138_00, cost: 57_00, grams: 780, look: { colour: 'walnut' } },
    ],
    picture: { form: 'tray', style: 'round', colour: 'oak', material: 'wood' },
    views: ['scene'],
  },
  {
    code: 'BSK-003',
    slug: 'little-step-stool',
    label: 'muge',
    zh: {
      name: '小板凳',
      title: '小板凳 实木矮凳 换鞋凳 榉木 榫卯',
      description:
        '外婆家院子里那种，坐着择菜、换鞋、晒太阳。四条腿八字撑开，榫卯打进去再打楔，承得住一百五十公斤。凳面挖了一道手孔。',
      points: ['榫卯加楔', '承重 150 公斤', '手孔好拎'],
      usage: '免安装；避免长期泡水。',
    },
    en: {
      name: 'Little stool',
      title: 'Little solid beech stool for shoes and kitchen, joinery without screws',
      description:
        'The kind in a grandmother’s yard, for sorting greens, changing shoes and sitting in the sun. Splayed legs, wedged joints, 150 kilos. A slot in the seat carries it.',
      points: ['Wedged joints', 'Bears 150 kg', 'Slot to carry'],
      usage: 'No assembly; do not leave in water.',
    },
    tags: ['everyday', 'handmade'],
    attributes: { material: ['榉木', 'Beech'], measures: ['30×20×22 cm', '30×20×22 cm'] },
    flags: { oversize: true, warrantyMonths: 36 },
    options: [['木色', 'Finish']],
    variants: [
      { sku: 'NAT', is: [['榉木本色', 'Natural']], price: 119_00, cost: 48_00, grams: 2100, look: { colour: 'beech' } },
      {
        sku: 'DARK',
        is: [['深茶色', 'Dark tea']],
        price: 129_00,
        cost: 53_00,
        was: 139_00,
        grams: 2100,
        look: { colour: 'walnut' },
      },
    ],
    picture: { form: 'stool', colour: 'beech', material: 'wood' },
  },
  {
    code: 'BSK-004',
    slug: 'stacking-wood-boxes',
    label: 'muge',
    zh: {
      name: '叠叠木盒',
      title: '叠叠木盒 桌面收纳盒 首饰盒 桐木 抽拉盖',
      description:
        '桐木轻，做得又薄，三层叠起来一只手拿得走。抽拉盖推到底有轻轻一声。放茶包、放首饰、放舍不得扔的票根。',
      points: ['桐木防潮', '三层可叠', '抽拉盖'],
      usage: '干布擦拭，避免阳光直晒。',
    },
    en: {
      name: 'Stacking wooden boxes',
      title: 'Stacking paulownia boxes with sliding lids for desk and jewellery',
      description:
        'Paulownia is light and cut thin, so three layers go in one hand. The lid closes with a small sound. For tea bags, jewellery and tickets you cannot throw away.',
      points: ['Keeps out damp', 'Three stack', 'Sliding lids'],
      usage: 'Dry cloth, out of the sun.',
    },
    tags: ['desk', 'gift', 'new'],
    attributes: { material: ['桐木', 'Paulownia'], measures: ['20×14×6 cm', '20×14×6 cm'] },
    options: [['件数', 'Pieces']],
    variants: [
      { sku: '1', is: [['单层', 'One']], price: 49_00, cost: 18_00, grams: 260, look: { count: 1 } },
      {
        sku: '3',
        is: [['三层一组', 'Set of three']],
        price: 128_00,
        cost: 49_00,
        was: 147_00,
        grams: 760,
        look: { count: 3 },
      },
    ],
    picture: { form: 'woodBoxes', colour: 'beech', material: 'wood', count: 3 },
  },
  {
    code: 'BSK-005',
    slug: 'folding-tea-table',
    label: 'muge',
    zh: {
      name: '折腿小茶几',
      title: '折腿小茶几 炕桌 飘窗桌 折叠 实木 榻榻米',
      description:
        '六十乘四十，腿往里一折就能立在墙边。飘窗喝茶、床上写字、地上打火锅都行。桌面一道围边，杯子不会滑下去。',
      points: ['折起六厘米厚', '围边防滑落', '免安装'],
      usage: '展开时确认四腿卡入；承重 40 公斤。',
    },
    en: {
      name: 'Folding tea table',
      title: 'Folding low tea table for window seat and floor, solid wood',
      description:
        'Sixty by forty; fold the legs and it stands against a wall. Tea at the window, writing in bed, hot pot on the floor. A raised edge keeps cups from the brink.',
      points: ['6 cm when folded', 'Raised edge', 'No assembly'],
      usage: 'See that all four legs click; bears 40 kg.',
    },
    tags: ['small-home', 'guests'],
    attributes: { material: ['白橡', 'White oak'], measures: ['60×40×28 cm', '60×40×28 cm'] },
    flags: { oversize: true, warrantyMonths: 36 },
    variants: [{ price: 298_00, cost: 132_00, was: 338_00, grams: 5400 }],
    picture: { form: 'lowTable', colour: 'oak', material: 'wood' },
    views: ['scene'],
  },
]
