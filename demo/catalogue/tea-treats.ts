import type { ProductSheet } from './sheet.ts'

export const teaTreats: readonly ProductSheet[] = [
  {
    code: 'TRT-001',
    slug: 'mung-bean-cakes',
    label: 'shanwu',
    zh: {
      name: '冰绿豆糕',
      title: '冰绿豆糕 中式茶点 低糖 冷藏短保 礼盒',
      description:
        '去皮绿豆蒸熟过三遍筛，用黄油和一点麦芽糖压成小方。入口就化，凉凉的，甜得很轻。每天现做，冷链寄出，收到请放冰箱。',
      points: ['每日现做', '三遍过筛', '冷链到家'],
      usage: '0–4 ℃ 冷藏，取出后放五分钟再吃口感更细。',
    },
    en: {
      name: 'Chilled mung bean cakes',
      title: 'Chilled mung bean cakes, fresh Chinese tea cakes, light on sugar, boxed',
      description:
        'Skinned mung beans steamed, sieved three times and pressed into small squares with butter and a touch of malt. They melt at once, cool and barely sweet. Made each day and sent cold; please put them in the fridge.',
      points: ['Made daily', 'Sieved three times', 'Sent chilled'],
      usage: 'Keep at 0–4 °C; take out five minutes before eating for the finest texture.',
    },
    tags: ['favourite', 'guests', 'summer'],
    attributes: {
      taste: 'sweet',
      ingredients: ['绿豆、黄油、麦芽糖', 'Mung bean, butter, malt sugar'],
      allergens: ['乳制品', 'Milk'],
      storage: 'fridge',
    },
    flags: { shelfLifeDays: 21, perishable: true },
    options: [['规格', 'Size']],
    variants: [
      { sku: '8P', is: [['8 块', '8 pieces']], price: 38_00, cost: 15_00, grams: 320 },
      { sku: '16P', is: [['16 块', '16 pieces']], price: 68_00, cost: 28_00, was: 76_00, grams: 600 },
    ],
    picture: { form: 'pastries', style: 'square', colour: 'lime', accent: 'walnut' },
    views: ['close'],
  },
  {
    code: 'TRT-002',
    slug: 'walnut-shortbread',
    label: 'shanwu',
    zh: {
      name: '老式桃酥',
      title: '老式桃酥 核桃酥 传统糕点 铁盒装 茶点',
      description:
        '面粉、猪油、核桃碎，没有别的花样。烤到裂口，掰开掉渣，配浓一点的茶正好。铁盒是照着外婆那只旧饼干盒做的。',
      points: ['真核桃，不用香精', '裂口酥脆', '铁盒可以留着用'],
      usage: '开盒后盖紧，两周内吃完；回软了可用 150 ℃ 烤三分钟。',
    },
    en: {
      name: 'Walnut shortbread',
      title: 'Old-style walnut shortbread, traditional tea biscuit in a tin',
      description:
        'Flour, lard and chopped walnuts, nothing else. Baked until the tops crack; it crumbles when you break it and wants a strong tea. The tin is copied from our grandmother’s biscuit tin.',
      points: ['Real walnuts, no flavouring', 'Cracked and crisp', 'A tin worth keeping'],
      usage: 'Close the tin well and finish in two weeks; three minutes at 150 °C makes it crisp again.',
    },
    tags: ['everyday', 'guests'],
    attributes: {
      taste: 'nutty',
      ingredients: ['小麦粉、猪油、核桃、糖', 'Wheat flour, lard, walnut, sugar'],
      allergens: ['小麦、核桃', 'Wheat, walnut'],
      storage: 'cool',
    },
    flags: { shelfLifeDays: 120 },
    variants: [{ price: 45_00, cost: 17_00, grams: 480 }],
    picture: { form: 'pastries', style: 'cookie', colour: 'toast', accent: 'charcoal' },
    views: ['close'],
  },
  {
    code: 'TRT-003',
    slug: 'salted-plum-drops',
    label: 'shanwu',
    zh: {
      name: '九制话梅',
      title: '九制话梅 蜜饯 梅子 咸甜 玻璃瓶装',
      description:
        '青梅腌三个月，晒了又浸，浸了又晒，前后九回。表面一层薄薄的盐霜，先咸后甜，核边的肉最好吃。喝岩茶时含一颗。',
      points: ['九浸九晒', '不加糖精', '肉厚核小'],
      usage: '开瓶后请盖紧，避潮存放。',
    },
    en: {
      name: 'Nine-times plums',
      title: 'Nine-times cured plums, sweet and salty preserved fruit, in a glass jar',
      description:
        'Green plums salted for three months, then soaked and sunned nine times over. A thin bloom of salt outside, salty first and sweet after, best close to the stone. Hold one in the cheek with rock tea.',
      points: ['Soaked and sunned nine times', 'No saccharin', 'Thick flesh, small stone'],
      usage: 'Close well after opening and keep dry.',
    },
    tags: ['desk', 'everyday'],
    attributes: {
      taste: 'salty',
      ingredients: ['青梅、盐、糖、甘草', 'Plum, salt, sugar, liquorice'],
      allergens: ['无', 'None'],
      storage: 'cool',
    },
    flags: { shelfLifeDays: 270 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '120G', is: [['120 克', '120 g']], price: 28_00, cost: 10_00, grams: 340 },
      { sku: '260G', is: [['260 克', '260 g']], price: 52_00, cost: 20_00, grams: 560, look: { size: 1.25 } },
    ],
    picture: { form: 'jar', style: 'plums', colour: 'plum', accent: 'brass', label: '话梅' },
  },
  {
    code: 'TRT-004',
    slug: 'chaste-tree-honey',
    label: 'shanwu',
    zh: {
      name: '荆条蜜',
      title: '荆条蜜 成熟蜂蜜 太行山 结晶细腻 玻璃瓶',
      description:
        '太行山七月的荆条花，蜂箱里封盖十二天才取。冬天会结成细细的白霜，那是好蜜的样子。抹面包、冲温水，或者拌一碗酸奶。',
      points: ['封盖成熟蜜', '单一花源', '只过滤，不加工'],
      usage: '温水 40 ℃ 以下冲服；结晶后隔温水慢慢化开。一岁以下婴儿不宜食用。',
    },
    en: {
      name: 'Chaste-tree honey',
      title: 'Chaste-tree honey, ripe single-flower honey from the Taihang mountains, in a jar',
      description:
        'From chaste-tree blossom in the Taihang mountains in July, left in the hive twelve days until capped. In winter it sets to a fine white cream, as good honey should. For bread, warm water or a bowl of yoghurt.',
      points: ['Capped and ripe', 'One flower', 'Strained, nothing more'],
      usage: 'Water below 40 °C; if it sets, stand the jar in warm water. Not for infants under one year.',
    },
    tags: ['everyday', 'gift'],
    attributes: {
      taste: 'sweet',
      ingredients: ['荆条蜂蜜', 'Chaste-tree honey'],
      allergens: ['蜂产品', 'Bee products'],
      storage: 'cool',
    },
    flags: { shelfLifeDays: 720 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '250G', is: [['250 克', '250 g']], price: 58_00, cost: 23_00, grams: 430 },
      {
        sku: '500G',
        is: [['500 克', '500 g']],
        price: 102_00,
        cost: 43_00,
        was: 116_00,
        grams: 760,
        look: { size: 1.25 },
      },
    ],
    picture: { form: 'jar', style: 'honey', colour: 'honey', accent: 'brass', label: '荆条蜜' },
    views: ['close'],
  },
  {
    code: 'TRT-005',
    slug: 'tea-time-gift-box',
    label: 'shanwu',
    zh: {
      name: '檐下茶点礼盒',
      title: '檐下茶点礼盒 茶点组合 茶叶 伴手礼 中秋 年礼',
      description:
        '一罐铁观音、一盒桃酥、一小瓶话梅，装在压了瓦纹的硬纸盒里。上门做客不用再想带什么，打开就能坐下喝茶。附一张空白信笺。',
      points: ['三样好搭配', '瓦纹硬盒', '附手写信笺'],
      usage: '盒内各品保质期以最短者为准；收到后放在阴凉处。',
    },
    en: {
      name: 'Under-the-eaves gift box',
      title: 'Under-the-eaves gift box: tea and tea treats together, for visits and festivals',
      description:
        'A tin of Tieguanyin, a box of walnut shortbread and a small jar of plums in a board box embossed with roof tiles. No more wondering what to bring: open it and sit down to tea. A blank letter card is inside.',
      points: ['Three that go together', 'Embossed board box', 'Letter card included'],
      usage: 'The earliest date in the box counts; keep cool on arrival.',
    },
    tags: ['gift', 'guests', 'limited'],
    attributes: {
      taste: 'nutty',
      ingredients: ['乌龙茶、桃酥、话梅', 'Oolong tea, shortbread, plums'],
      allergens: ['小麦、核桃', 'Wheat, walnut'],
      storage: 'cool',
    },
    flags: { shelfLifeDays: 120 },
    options: [['盒色', 'Box']],
    variants: [
      { sku: 'RED', is: [['朱砂', 'Cinnabar']], price: 198_00, cost: 82_00, grams: 1150, look: { colour: 'cinnabar' } },
      { sku: 'TEAL', is: [['黛青', 'Deep teal']], price: 198_00, cost: 82_00, grams: 1150, look: { colour: 'teal' } },
    ],
    picture: { form: 'giftBox', style: 'ribbon', colour: 'cinnabar', accent: 'oat', label: '檐下' },
    views: ['scene'],
  },
]
