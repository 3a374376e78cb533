import type { ProductSheet } from './sheet.ts'

export const diffusers: readonly ProductSheet[] = [
  {
    code: 'DIF-001',
    slug: 'bamboo-grove-reed-diffuser',
    label: 'caoxia',
    zh: {
      name: '竹影 藤条香薰',
      title: '竹影藤条香薰 无火香薰 室内香氛 卫生间 玄关',
      description: '青竹、白茶、一点点姜，像走进有风的竹林。八根藤条，插几根浓几分，自己调。玻璃瓶厚，不容易碰倒。',
      points: ['无火，日夜有香', '浓淡自调', '厚底不倒'],
      usage: '先插四根，一周翻一次；避开阳光直晒。',
    },
    en: {
      name: 'Bamboo shade reed diffuser',
      title: 'Bamboo shade reed diffuser, flameless home fragrance',
      description:
        'Green bamboo, white tea, the smallest bit of ginger: a grove with wind in it. Eight reeds, and you decide how many. The thick glass does not tip easily.',
      points: ['No flame, day and night', 'Set your own strength', 'Heavy base'],
      usage: 'Begin with four reeds, turn weekly; out of direct sun.',
    },
    tags: ['favourite', 'gift'],
    attributes: {
      scent: ['青竹、白茶、姜', 'Bamboo, white tea, ginger'],
      lasts_days: 90,
      suits: ['10–15 平方米', '10–15 m²'],
    },
    flags: { shelfLifeDays: 1080 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '120', is: [['120 ml', '120 ml']], price: 118_00, cost: 42_00, grams: 420 },
      {
        sku: '200',
        is: [['200 ml', '200 ml']],
        price: 168_00,
        cost: 63_00,
        was: 188_00,
        grams: 610,
        look: { size: 1.15 },
      },
    ],
    picture: { form: 'reedDiffuser', colour: 'sage', accent: 'paper', label: '竹影' },
    views: ['scene'],
  },
  {
    code: 'DIF-002',
    slug: 'white-tea-room-spray',
    label: 'caoxia',
    zh: {
      name: '白茶喷雾',
      title: '白茶喷雾 房间喷雾 枕头喷雾 布艺香氛',
      description: '睡前往枕头上方喷两下，等它落下来再躺。白茶和晒过的床单的味道，不甜。酒精基底，干得快，不留渍。',
      points: ['枕边用', '干得快不留渍', '淡而不甜'],
      usage: '距离三十厘米喷洒；丝绸请先试不显眼处。',
    },
    en: {
      name: 'White tea room spray',
      title: 'White tea room and pillow spray, fabric mist',
      description:
        'Two sprays above the pillow before bed; wait for them to fall, then lie down. White tea and sun-dried sheets, nothing sweet. It dries fast and leaves no mark.',
      points: ['For pillows', 'Dries without a mark', 'Light, not sweet'],
      usage: 'From thirty centimetres; try silk in a hidden place first.',
    },
    tags: ['solo', 'everyday'],
    attributes: {
      scent: ['白茶、棉布、麝香', 'White tea, cotton, musk'],
      lasts_days: 60,
      suits: ['卧室、布艺', 'Bedroom, fabrics'],
    },
    flags: { shelfLifeDays: 1080 },
    variants: [{ price: 88_00, cost: 31_00, grams: 210 }],
    picture: { form: 'sprayBottle', colour: 'amber', accent: 'paper', label: '白茶' },
  },
  {
    code: 'DIF-003',
    slug: 'plaster-scent-stones',
    label: 'caoxia',
    zh: {
      name: '扩香石三枚',
      title: '扩香石三枚 石膏扩香 衣柜 车载 精油',
      description: '三枚石膏，分别是瓦当、银杏和圆月。滴三滴精油，香气能留一周，闻不到了再滴。附一支五毫升的雪松精油。',
      points: ['不用电不用火', '滴一次一周', '附雪松精油'],
      usage: '每次三滴，勿直接放在漆面上。',
    },
    en: {
      name: 'Three scent stones',
      title: 'Three plaster scent stones with cedar oil for wardrobe and car',
      description:
        'Three pieces of plaster: a roof tile end, a ginkgo leaf, a full moon. Three drops of oil keep for a week, then three more. A 5 ml bottle of cedar oil is included.',
      points: ['No flame, no power', 'A week per drop', 'Cedar oil included'],
      usage: 'Three drops at a time; not directly on lacquer.',
    },
    tags: ['gift', 'small-home'],
    attributes: { scent: ['雪松', 'Cedar'], lasts_days: 7, suits: ['衣柜、车内', 'Wardrobe, car'] },
    flags: { shelfLifeDays: 1080 },
    variants: [{ price: 59_00, cost: 19_00, was: 69_00, grams: 240 }],
    picture: { form: 'scentStones', colour: 'paper', accent: 'amber', count: 3 },
  },
  {
    code: 'DIF-004',
    slug: 'ultrasonic-stone-diffuser',
    label: 'muge',
    zh: {
      name: '卵石香薰机',
      title: '卵石香薰机 超声波 加湿 静音 小夜灯 USB',
      description:
        '一块石头的样子，水汽从顶上慢慢出来。声音不到三十分贝，水干了自己停。底下有一圈很暗的光，夜里起身看得见路。',
      points: ['静音 30 分贝以下', '干水自停', '微光夜灯'],
      usage: '每次加水 150 毫升、精油三滴；每周用清水擦洗水槽。',
    },
    en: {
      name: 'Pebble mist diffuser',
      title: 'Pebble ultrasonic diffuser and humidifier, silent, with night light, USB',
      description:
        'It looks like a stone, and mist leaves it slowly from the top. Under thirty decibels, and it stops when dry. A faint ring of light below shows the way at night.',
      points: ['Below 30 dB', 'Stops when dry', 'Faint night light'],
      usage: '150 ml of water and three drops; wipe the tank weekly.',
    },
    tags: ['desk', 'winter', 'new'],
    attributes: { scent: ['自选精油', 'Oil of your choice'], lasts_days: 1, suits: ['15 平方米', '15 m²'] },
    flags: { warrantyMonths: 12 },
    options: [['颜色', 'Colour']],
    variants: [
      {
        sku: 'WHITE',
        is: [['石英白', 'Quartz white']],
        price: 189_00,
        cost: 79_00,
        grams: 480,
        look: { colour: 'paper' },
      },
      { sku: 'GREY', is: [['溪灰', 'Stream grey']], price: 189_00, cost: 79_00, grams: 480, look: { colour: 'slate' } },
    ],
    picture: { form: 'mistDiffuser', colour: 'paper', accent: 'oak' },
    views: ['scene'],
  },
  {
    code: 'DIF-005',
    slug: 'cypress-essential-oil',
    label: 'caoxia',
    zh: {
      name: '崖柏精油',
      title: '崖柏精油 单方 香薰精油 扩香 10ml',
      description:
        '柏木屑蒸馏出来的，一百斤木头才得一瓶半。味道干净、偏冷，像冬天的山。滴在扩香石上或者水里，别直接涂皮肤。',
      points: ['单方蒸馏', '干净的冷香', '避光滴管瓶'],
      usage: '扩香 3 滴；孕期、婴幼儿与宠物环境请避免使用。',
    },
    en: {
      name: 'Cypress essential oil',
      title: 'Cypress essential oil, single distillation, 10 ml for diffusing',
      description:
        'Distilled from cypress shavings: fifty kilos of wood for a bottle and a half. Clean and rather cold, like mountains in winter. For scent stones or water, not for skin.',
      points: ['Single distillation', 'A clean, cold scent', 'Dark dropper bottle'],
      usage: 'Three drops; avoid around infants, pets and in pregnancy.',
    },
    tags: ['solo', 'limited'],
    attributes: {
      scent: ['柏木、松脂', 'Cypress, resin'],
      lasts_days: 5,
      suits: ['扩香石、香薰机', 'Stones, diffusers'],
    },
    flags: { valuableSmall: true, shelfLifeDays: 1080 },
    variants: [{ price: 98_00, cost: 36_00, grams: 60 }],
    picture: { form: 'dropper', colour: 'amber', accent: 'paper', label: '崖柏' },
  },
]
