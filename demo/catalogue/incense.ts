import type { ProductSheet } from './sheet.ts'

export const incense: readonly ProductSheet[] = [
  {
    code: 'INC-001',
    slug: 'old-sandalwood-sticks',
    label: 'caoxia',
    zh: {
      name: '老山檀线香',
      title: '老山檀线香 檀香 天然 卧香 书房 茶席',
      description: '只有檀粉和楠木皮粉，没有别的。点起来是奶和旧书的味道，一支三十分钟，正好一泡茶。烟细，直直地上去。',
      points: ['两味原料', '一支三十分钟', '烟细不呛'],
      usage: '点燃后轻轻晃灭明火；开窗留一条缝。',
    },
    en: {
      name: 'Old sandalwood sticks',
      title: 'Old sandalwood incense sticks for study and tea table',
      description:
        'Sandalwood powder and nanmu bark, nothing more. It smells of milk and old books; one stick lasts thirty minutes, which is one session of tea. The smoke is thin and rises straight.',
      points: ['Two ingredients', 'Thirty minutes a stick', 'Fine smoke'],
      usage: 'Light and wave out the flame; leave the window ajar.',
    },
    tags: ['solo', 'favourite', 'desk'],
    attributes: {
      scent: ['檀木、奶、旧书', 'Sandalwood, milk, old books'],
      material: ['檀木粉、楠木皮粉', 'Sandalwood, nanmu bark'],
      measures: ['21 cm', '21 cm'],
    },
    options: [['规格', 'Size']],
    variants: [
      { sku: '20', is: [['20 支', '20 sticks']], price: 58_00, cost: 20_00, grams: 70 },
      {
        sku: '60',
        is: [['60 支', '60 sticks']],
        price: 148_00,
        cost: 55_00,
        was: 168_00,
        grams: 150,
        look: { size: 1.2 },
      },
    ],
    picture: { form: 'incenseTube', colour: 'walnut', accent: 'sand', label: '檀' },
    views: ['scene'],
  },
  {
    code: 'INC-002',
    slug: 'agarwood-coil',
    label: 'caoxia',
    zh: {
      name: '惠安沉香盘香',
      title: '惠安沉香盘香 沉香 盘香 安静 四小时',
      description: '一盘能走四个小时，适合一整个下午。先凉后甜，尾巴里有一点药味。四十八盘装在木匣里，匣子本身也留香。',
      points: ['一盘四小时', '先凉后甜', '木匣留香'],
      usage: '配盘香炉使用，置于隔热垫上。',
    },
    en: {
      name: 'Agarwood coils',
      title: 'Agarwood incense coils, four hours each, in a wooden box',
      description:
        'One coil walks for four hours, a whole afternoon. Cool first, then sweet, with a little medicine at the end. Forty-eight to a wooden box that keeps the scent as well.',
      points: ['Four hours a coil', 'Cool, then sweet', 'Wooden box'],
      usage: 'Use in a coil burner on a heat-proof mat.',
    },
    tags: ['gift', 'limited'],
    attributes: {
      scent: ['沉香', 'Agarwood'],
      material: ['沉香粉、楠木粉', 'Agarwood, nanmu'],
      measures: ['Φ6 cm', 'Ø6 cm'],
    },
    flags: { valuableSmall: true },
    variants: [{ price: 268_00, cost: 116_00, grams: 260 }],
    picture: { form: 'incenseCoil', colour: 'walnut', accent: 'oak' },
    views: ['above'],
  },
  {
    code: 'INC-003',
    slug: 'boat-incense-holder',
    label: 'sutai',
    zh: {
      name: '一叶舟香插',
      title: '一叶舟香插 陶瓷 线香座 接灰 茶席摆件',
      description:
        '捏成一只小船，船头插香，灰正好落在船舱里。底下贴了软木，放在木桌上不留痕。素烧的表面会慢慢吃进一点烟色。',
      points: ['船身接灰', '软木底', '越用越有颜色'],
      usage: '灰积多了直接倒掉，干布擦拭。',
    },
    en: {
      name: 'Little boat incense holder',
      title: 'Little boat ceramic incense holder that catches the ash',
      description:
        'Pinched into a small boat: the stick stands at the bow and the ash falls into the hull. Cork below keeps the table clean. The bare clay slowly takes on a little smoke.',
      points: ['Hull catches ash', 'Cork base', 'Gains colour with use'],
      usage: 'Tip out the ash; wipe dry.',
    },
    tags: ['handmade', 'gift', 'desk'],
    attributes: {
      scent: ['无香', 'Unscented'],
      material: ['素烧陶', 'Unglazed stoneware'],
      measures: ['24×5 cm', '24×5 cm'],
    },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'SAND', is: [['沙灰', 'Sand']], price: 68_00, cost: 24_00, grams: 180, look: { colour: 'sand' } },
      { sku: 'INK', is: [['墨黑', 'Ink']], price: 68_00, cost: 24_00, grams: 180, look: { colour: 'ink' } },
      {
        sku: 'CELADON',
        is: [['天青', 'Sky blue']],
        price: 78_00,
        cost: 29_00,
        grams: 180,
        look: { colour: 'celadon', material: 'glaze' },
      },
    ],
    picture: { form: 'incenseBoat', colour: 'sand', material: 'clay' },
    views: ['close'],
  },
  {
    code: 'INC-004',
    slug: 'brass-mountain-burner',
    label: 'caoxia',
    zh: {
      name: '远山铜炉',
      title: '远山铜炉 黄铜香炉 盘香炉 熏香 书房摆件',
      description:
        '盖子镂成三层远山，烟从山缝里出来，像起雾。黄铜实心车制，四百多克，稳稳坐在桌上。用久了会暗下去，想亮的时候拿布擦。',
      points: ['三层山形镂空', '实心黄铜', '盘香线香两用'],
      usage: '炉底垫隔热棉；黄铜变暗属自然氧化，可用擦铜膏。',
    },
    en: {
      name: 'Far mountains burner',
      title: 'Far mountains brass incense burner for coils and sticks',
      description:
        'Three ranges are cut through the lid, so smoke rises between them like mist. Turned from solid brass, over 400 grams, it sits firmly. It darkens with time; a cloth brings the shine back when you want it.',
      points: ['Three ranges', 'Solid brass', 'For coils and sticks'],
      usage: 'Line with the heat pad; darkening is natural, brass polish removes it.',
    },
    tags: ['gift', 'desk'],
    attributes: { scent: ['无香', 'Unscented'], material: ['黄铜', 'Brass'], measures: ['Φ8×9 cm', 'Ø8×9 cm'] },
    flags: { warrantyMonths: 12 },
    variants: [{ price: 228_00, cost: 96_00, was: 258_00, grams: 520 }],
    picture: { form: 'burner', colour: 'brass', material: 'metal' },
    views: ['scene'],
  },
  {
    code: 'INC-005',
    slug: 'mugwort-sachets',
    label: 'caoxia',
    zh: {
      name: '艾草香囊',
      title: '艾草香囊 衣柜香包 植物填充 车挂 端午',
      description:
        '三年陈艾、薄荷、藿香、一点丁香，装在手缝的棉布袋里。挂在衣柜里不招虫，挂在车上不闷。味道淡了就捏一捏。',
      points: ['三年陈艾', '手缝布袋', '捏一捏更香'],
      usage: '约留香三个月；晒一晒可再用。',
    },
    en: {
      name: 'Mugwort sachets',
      title: 'Mugwort sachets, herbal bags for wardrobe and car',
      description:
        'Three-year mugwort, mint, patchouli and a little clove in a hand-sewn cotton bag. In the wardrobe it keeps moths away, in the car it clears the air. Squeeze it when it fades.',
      points: ['Three-year mugwort', 'Sewn by hand', 'Squeeze to refresh'],
      usage: 'About three months; sun it and use again.',
    },
    tags: ['summer', 'handmade'],
    attributes: {
      scent: ['艾草、薄荷、丁香', 'Mugwort, mint, clove'],
      material: ['棉布、草本', 'Cotton, herbs'],
      measures: ['8×10 cm', '8×10 cm'],
    },
    flags: { shelfLifeDays: 720 },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'JADE', is: [['青绿', 'Jade']], price: 32_00, cost: 11_00, grams: 45, look: { colour: 'jade' } },
      {
        sku: 'CINNABAR',
        is: [['朱砂', 'Cinnabar']],
        price: 32_00,
        cost: 11_00,
        grams: 45,
        look: { colour: 'cinnabar' },
      },
      { sku: 'OAT', is: [['本色', 'Natural']], price: 32_00, cost: 11_00, grams: 45, look: { colour: 'oat' } },
    ],
    picture: { form: 'sachet', colour: 'jade', accent: 'honey', material: 'linen' },
  },
]
