import type { ProductSheet } from './sheet.ts'

export const leafTea: readonly ProductSheet[] = [
  {
    code: 'TEA-001',
    slug: 'mingqian-longjing',
    label: 'shanwu',
    zh: {
      name: '明前龙井',
      title: '明前龙井 绿茶 手炒扁茶 2026 春茶 罐装',
      description:
        '清明前七天采的一芽一叶，在铁锅里用手炒成扁平的样子。茶汤浅黄带绿，先是炒豆香，后面有一点兰花的甜。开罐后请在两个月里喝完，龙井最怕放久。',
      points: ['清明前头采', '手工辉锅', '小罐锁鲜，不跑味'],
      usage: '80 ℃ 的水，3 克茶配 150 毫升，一分钟出汤，可续两次水。',
    },
    en: {
      name: 'Pre-Qingming Longjing',
      title: 'Pre-Qingming Longjing green tea, pan-fired by hand, spring 2026, in a tin',
      description:
        'One bud and one leaf, picked in the seven days before Qingming and pressed flat by hand in an iron pan. The cup is pale yellow-green, first toasted bean, then a little orchid sweetness. Finish an open tin within two months; Longjing does not like to wait.',
      points: ['First picking of the year', 'Fired by hand', 'Small tins keep it fresh'],
      usage: 'Water at 80 °C, 3 g to 150 ml, one minute; good for two more infusions.',
    },
    tags: ['favourite', 'gift', 'new'],
    attributes: { tea_kind: 'green', origin: ['浙江杭州', 'Hangzhou, Zhejiang'], harvest: 'spring', storage: 'fridge' },
    flags: { shelfLifeDays: 540 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '50G', is: [['50 克', '50 g']], price: 168_00, cost: 71_00, grams: 130 },
      {
        sku: '100G',
        is: [['100 克', '100 g']],
        price: 318_00,
        cost: 138_00,
        was: 336_00,
        grams: 210,
        look: { size: 1.2 },
      },
    ],
    picture: { form: 'tin', colour: 'celadon', accent: 'paper', label: '龙井' },
    views: ['scene'],
  },
  {
    code: 'TEA-002',
    slug: 'baihao-white-tea-cake',
    label: 'shanwu',
    zh: {
      name: '白牡丹茶饼',
      title: '白牡丹茶饼 福鼎白茶 三年陈 饼茶 棉纸包',
      description:
        '三年前压的白牡丹，用棉纸包着在木架上放到现在。撬一小块，热水一冲就有枣香和干草香，泡到第八道还是甜的。也可以放在小壶里慢慢煮。',
      points: ['三年仓存', '可泡可煮', '棉纸手包，继续存放也合适'],
      usage: '撬 5 克，沸水快冲，前三道十秒出汤；煮饮加 600 毫升水，小火十分钟。',
    },
    en: {
      name: 'White Peony tea cake',
      title: 'White Peony tea cake, Fuding white tea aged three years, wrapped in cotton paper',
      description:
        'Pressed three years ago and kept on a wooden shelf in its cotton paper ever since. Break off a corner and the first pour smells of dates and hay; the eighth is still sweet. It also likes a slow simmer in a small pot.',
      points: ['Three years in store', 'To steep or to simmer', 'Paper wrap, ready to age further'],
      usage:
        'Break off 5 g; quick infusions with boiling water, ten seconds each. Or simmer in 600 ml for ten minutes.',
    },
    tags: ['gift', 'winter'],
    attributes: { tea_kind: 'white', origin: ['福建福鼎', 'Fuding, Fujian'], harvest: 'spring', storage: 'cool' },
    flags: { shelfLifeDays: 3650 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '100G', is: [['100 克小饼', '100 g cake']], price: 98_00, cost: 39_00, grams: 130 },
      {
        sku: '350G',
        is: [['350 克大饼', '350 g cake']],
        price: 298_00,
        cost: 121_00,
        grams: 400,
        look: { size: 1.25 },
      },
    ],
    picture: { form: 'teaCake', colour: 'paper', accent: 'cinnabar', label: '白牡丹' },
    views: ['scene'],
  },
  {
    code: 'TEA-003',
    slug: 'charcoal-roasted-tieguanyin',
    label: 'shanwu',
    zh: {
      name: '炭焙铁观音',
      title: '炭焙铁观音 乌龙茶 浓香型 安溪秋茶 罐装',
      description:
        '用龙眼木炭焙了三轮，每轮歇七天。干茶有焦糖和坚果的味道，冲开以后兰花香慢慢回来，喝完杯底是蜜。适合下午三点，配一块不太甜的点心。',
      points: ['龙眼木炭慢焙', '三焙三歇', '耐泡，七道有余'],
      usage: '95 ℃ 以上的水，7 克配 110 毫升盖碗，第一道二十秒。',
    },
    en: {
      name: 'Charcoal-roasted Tieguanyin',
      title: 'Charcoal-roasted Tieguanyin oolong tea, Anxi autumn harvest, in a tin',
      description:
        'Roasted three times over longan charcoal, with a week of rest after each. The dry leaf smells of caramel and nuts; hot water brings the orchid back, and honey stays in the empty cup. A three-in-the-afternoon tea, with something not too sweet.',
      points: ['Slow longan charcoal', 'Three roasts, three rests', 'Seven infusions and more'],
      usage: 'Water above 95 °C, 7 g to a 110 ml gaiwan, twenty seconds for the first cup.',
    },
    tags: ['favourite', 'solo'],
    attributes: { tea_kind: 'oolong', origin: ['福建安溪', 'Anxi, Fujian'], harvest: 'autumn', storage: 'cool' },
    flags: { shelfLifeDays: 720 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '75G', is: [['75 克', '75 g']], price: 88_00, cost: 33_00, grams: 150 },
      { sku: '150G', is: [['150 克', '150 g']], price: 158_00, cost: 64_00, grams: 240, look: { size: 1.2 } },
      {
        sku: '300G',
        is: [['300 克', '300 g']],
        price: 288_00,
        cost: 124_00,
        was: 316_00,
        grams: 420,
        look: { count: 2 },
      },
    ],
    picture: { form: 'tin', colour: 'charcoal', accent: 'mustard', label: '铁观音' },
    views: ['close'],
  },
  {
    code: 'TEA-004',
    slug: 'smoked-lapsang-black-tea',
    label: 'shanwu',
    zh: {
      name: '松烟正山小种',
      title: '松烟正山小种 红茶 武夷山桐木 松木烟熏 袋装',
      description:
        '还用老楼里的松木火烟熏，烟味是干净的，像冬天进了有炉子的屋子。汤色红亮，桂圆一样的甜。加一点热牛奶也站得住。',
      points: ['松木明火熏制', '桂圆香', '加奶也好喝'],
      usage: '90 ℃ 的水，4 克配 200 毫升，一分半钟；加奶时茶量加倍。',
    },
    en: {
      name: 'Pine-smoked Lapsang',
      title: 'Pine-smoked Lapsang black tea from Tongmu, Wuyi mountains, in a pouch',
      description:
        'Still smoked over pine in an old wooden house; the smoke is clean, like stepping in from winter to a room with a stove. A bright red cup, sweet as dried longan. It stands up to a little hot milk.',
      points: ['Smoked over open pine fire', 'Longan sweetness', 'Good with milk'],
      usage: 'Water at 90 °C, 4 g to 200 ml, a minute and a half; double the leaf for milk.',
    },
    tags: ['winter', 'everyday'],
    attributes: { tea_kind: 'black', origin: ['福建武夷山', 'Wuyishan, Fujian'], harvest: 'spring', storage: 'cool' },
    flags: { shelfLifeDays: 1080 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '80G', is: [['80 克', '80 g']], price: 76_00, cost: 28_00, grams: 95 },
      { sku: '200G', is: [['200 克', '200 g']], price: 168_00, cost: 66_00, grams: 225, look: { size: 1.2 } },
    ],
    picture: { form: 'pouch', colour: 'kraft', accent: 'cinnabar', label: '小种' },
    views: ['scene'],
  },
  {
    code: 'TEA-005',
    slug: 'everyday-puer-mini-cakes',
    label: 'shanwu',
    zh: {
      name: '日常小沱普洱',
      title: '日常小沱普洱 熟普 黑茶 独立包装 办公室泡茶',
      description:
        '一颗五克，正好一壶，包着棉纸放在抽屉里就行。熟普发酵得干净，没有仓味，汤是红糖色，午饭后喝一杯很舒服。盒子空了可以装回形针。',
      points: ['一颗一壶', '不用撬、不用称', '茶汤厚而干净'],
      usage: '沸水先冲一遍倒掉，再焖两分钟；可续水到第五道。',
    },
    en: {
      name: 'Everyday Pu’er mini cakes',
      title: 'Everyday Pu’er mini cakes, ripe dark tea, single servings for home and office',
      description:
        'Five grams each, just right for one pot, wrapped in cotton paper so they can live in a drawer. Cleanly fermented with no cellar smell, the colour of brown sugar, and very kind after lunch. The empty box is good for paper clips.',
      points: ['One piece, one pot', 'No knife, no scale', 'A full, clean cup'],
      usage: 'Rinse once with boiling water, then steep two minutes; refill up to five times.',
    },
    tags: ['desk', 'everyday'],
    attributes: { tea_kind: 'dark', origin: ['云南勐海', 'Menghai, Yunnan'], harvest: 'spring', storage: 'cool' },
    flags: { shelfLifeDays: 3600 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '12P', is: [['12 颗', '12 pieces']], price: 49_00, cost: 17_00, grams: 110 },
      { sku: '30P', is: [['30 颗', '30 pieces']], price: 108_00, cost: 41_00, was: 122_00, grams: 230 },
    ],
    picture: { form: 'giftBox', style: 'flat', colour: 'walnut', accent: 'oat', label: '小沱' },
  },
]
