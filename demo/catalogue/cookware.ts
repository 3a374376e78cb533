import type { ProductSheet } from './sheet.ts'

export const cookware: readonly ProductSheet[] = [
  {
    code: 'COK-001',
    slug: 'enamel-dutch-oven',
    label: 'muge',
    zh: {
      name: '小炖珐琅锅',
      title: '小炖珐琅锅 铸铁锅 炖锅 焖饭 电磁炉通用',
      description:
        '铸铁厚四毫米，外面三层珐琅，盖子里有一圈滴水钉，炖肉不用守着。二十二厘米够三个人，焖一锅饭底下正好一层锅巴。从灶上直接端上桌也不丢人。',
      points: ['四毫米铸铁', '回水盖', '直接上桌'],
      usage: '中小火即可；勿空烧、勿骤冷，软布清洗。',
    },
    en: {
      name: 'Little stew pot',
      title: 'Little enamelled cast-iron stew pot, dutch oven for every hob',
      description:
        'Four millimetres of cast iron under three coats of enamel, with drip points in the lid, so stew looks after itself. Twenty-two centimetres feeds three, and rice comes out with just one layer of crust. It may go straight to the table.',
      points: ['4 mm cast iron', 'Self-basting lid', 'Stove to table'],
      usage: 'Low to medium heat; never empty, no sudden cold, soft cloth.',
    },
    tags: ['favourite', 'winter', 'gift'],
    attributes: { material: 'enamel', diameter_cm: 22, hobs: 'all', dishwasher: 'no' },
    flags: { warrantyMonths: 60 },
    options: [['颜色', 'Colour']],
    variants: [
      {
        sku: 'CINNABAR',
        is: [['朱砂', 'Cinnabar']],
        price: 498_00,
        cost: 212_00,
        grams: 4300,
        look: { colour: 'cinnabar' },
      },
      { sku: 'OAT', is: [['燕麦', 'Oat']], price: 498_00, cost: 212_00, grams: 4300, look: { colour: 'oat' } },
      {
        sku: 'PINE',
        is: [['松绿', 'Pine']],
        price: 498_00,
        cost: 212_00,
        was: 568_00,
        grams: 4300,
        look: { colour: 'pine' },
      },
    ],
    picture: { form: 'pot', style: 'oven', colour: 'cinnabar', accent: 'brass', material: 'enamel' },
    views: ['scene'],
  },
  {
    code: 'COK-002',
    slug: 'carbon-steel-pan',
    label: 'muge',
    zh: {
      name: '一把好用的煎锅',
      title: '碳钢煎锅 一把好用的煎锅 平底锅 无涂层 煎蛋 牛排',
      description:
        '没有涂层，靠油和时间养。两毫米碳钢传热快，煎蛋边上起焦花，煎牛排锁得住汁。把手是榉木，烫不到手，坏了可以换。',
      points: ['无涂层', '升温快', '木柄可换'],
      usage: '出厂已开锅；用后热水刷净烘干，薄涂一层油。',
    },
    en: {
      name: 'One good frying pan',
      title: 'One good frying pan, carbon steel, no coating, for eggs and steak',
      description:
        'No coating, only oil and time. Two millimetres of carbon steel heat fast: lace round the egg, juice inside the steak. The beech handle stays cool and can be replaced.',
      points: ['No coating', 'Heats fast', 'Replaceable handle'],
      usage: 'Comes seasoned; brush with hot water, dry on the flame, wipe with oil.',
    },
    tags: ['everyday'],
    attributes: { material: 'carbon-steel', diameter_cm: 26, hobs: 'all', dishwasher: 'no' },
    flags: { warrantyMonths: 24 },
    options: [['口径', 'Diameter']],
    variants: [
      { sku: '20', is: [['20 cm', '20 cm']], price: 158_00, cost: 63_00, grams: 980, look: { size: 0.85 } },
      { sku: '26', is: [['26 cm', '26 cm']], price: 198_00, cost: 82_00, grams: 1460 },
      {
        sku: '30',
        is: [['30 cm', '30 cm']],
        price: 238_00,
        cost: 101_00,
        was: 258_00,
        grams: 1920,
        look: { size: 1.12 },
      },
    ],
    picture: { form: 'pan', colour: 'steel', accent: 'oak', material: 'metal' },
    views: ['above'],
  },
  {
    code: 'COK-003',
    slug: 'earth-claypot',
    label: 'sutai',
    zh: {
      name: '土窑砂锅',
      title: '土窑砂锅 煲汤 煲仔饭 陶土 耐高温',
      description:
        '锂辉石陶土，干烧到六百度再浇冷水也不裂。锅壁厚，关火以后汤还要咕嘟五分钟。盖子有个小孔，粥不会扑出来。',
      points: ['不怕干烧', '余热久', '防溢小孔'],
      usage: '第一次先煮一锅粥养锅；不适用电磁炉。',
    },
    en: {
      name: 'Earth-kiln claypot',
      title: 'Earth-kiln claypot for soup and claypot rice, heat-proof',
      description:
        'Spodumene clay that survives cold water at six hundred degrees. The thick wall keeps soup bubbling five minutes after the flame is out. A small hole in the lid stops porridge from boiling over.',
      points: ['Survives dry heat', 'Holds its warmth', 'Steam hole'],
      usage: 'Cook rice porridge first to season; not for induction.',
    },
    tags: ['winter', 'everyday'],
    attributes: { material: 'clay', diameter_cm: 20, hobs: 'flame', dishwasher: 'no' },
    options: [['容量', 'Capacity']],
    variants: [
      { sku: '15', is: [['1.5 L', '1.5 L']], price: 128_00, cost: 49_00, grams: 1700 },
      { sku: '28', is: [['2.8 L', '2.8 L']], price: 168_00, cost: 67_00, grams: 2600, look: { size: 1.15 } },
    ],
    picture: { form: 'pot', style: 'clay', colour: 'sand', accent: 'walnut', material: 'clay' },
    views: ['close'],
  },
  {
    code: 'COK-004',
    slug: 'milk-pan',
    label: 'muge',
    zh: {
      name: '早安奶锅',
      title: '早安奶锅 珐琅小奶锅 单柄锅 热牛奶 煮面',
      description:
        '十六厘米，热一杯奶、煮一包面、熬一点果酱都用它。两边都有嘴，左手右手都好倒。锅身薄，三分钟就冒泡，早上赶时间不耽误。',
      points: ['双边倒嘴', '三分钟烧开', '一人份刚好'],
      usage: '中小火；勿空烧，软布清洗。',
    },
    en: {
      name: 'Good-morning milk pan',
      title: 'Good-morning enamel milk pan, small saucepan for milk and noodles',
      description:
        'Sixteen centimetres: a cup of milk, one bag of noodles or a little jam. A lip on both sides suits left and right hands. The wall is thin, so it bubbles in three minutes on mornings without time.',
      points: ['Two lips', 'Boils in three minutes', 'Made for one'],
      usage: 'Low to medium heat; never empty, soft cloth.',
    },
    tags: ['solo', 'small-home', 'everyday'],
    attributes: { material: 'enamel', diameter_cm: 16, hobs: 'all', dishwasher: 'yes' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'WHITE', is: [['奶白', 'Milk white']], price: 98_00, cost: 37_00, grams: 720, look: { colour: 'white' } },
      {
        sku: 'MIST',
        is: [['雾蓝', 'Mist blue']],
        price: 98_00,
        cost: 37_00,
        was: 118_00,
        grams: 720,
        look: { colour: 'mist' },
      },
    ],
    picture: { form: 'pot', style: 'milk', colour: 'white', accent: 'oak', material: 'enamel' },
    views: ['scene'],
  },
  {
    code: 'COK-005',
    slug: 'cast-iron-kettle',
    label: 'muge',
    zh: {
      name: '老铁壶',
      title: '老铁壶 铸铁壶 烧水壶 煮茶 无涂层',
      description:
        '砂模翻铸，壶身有细细的霰纹，一把重两斤六两。烧出来的水软，泡老茶尤其明显。壶盖留一个梅花孔，水开会轻轻响。',
      points: ['砂模铸造', '软水', '水开有声'],
      usage: '用后趁热倒空，余温烘干；里面有一点锈色是正常的。',
    },
    en: {
      name: 'Old iron kettle',
      title: 'Old iron kettle, sand-cast, uncoated, for boiling water and simmering tea',
      description:
        'Cast in sand with a fine hailstone texture; it weighs 1.3 kilos. The water it boils is soft, and aged teas show it most. A plum-blossom hole in the lid hums when it is ready.',
      points: ['Sand-cast', 'Softens water', 'Hums at the boil'],
      usage: 'Empty while hot and let it dry by itself; a little rust inside is normal.',
    },
    tags: ['gift', 'limited', 'winter'],
    attributes: { material: 'cast-iron', diameter_cm: 15, hobs: 'all', dishwasher: 'no' },
    flags: { warrantyMonths: 24 },
    variants: [{ price: 568_00, cost: 248_00, was: 628_00, grams: 1650 }],
    picture: { form: 'kettle', colour: 'ink', accent: 'brass', material: 'iron' },
    views: ['scene'],
  },
]
