import type { ProductSheet } from './sheet.ts'

export const faceCare: readonly ProductSheet[] = [
  {
    code: 'FAC-001',
    slug: 'oat-amino-cleanser',
    label: 'caoxia',
    zh: {
      name: '燕麦洁面',
      title: '燕麦洁面 氨基酸洗面奶 温和 敏感肌 男女',
      description:
        '胶体燕麦磨得很细，打出来的泡像打发的蛋清。洗完脸是软的，不是“干净得发紧”。早上懒得卸妆也用它，晚上防晒洗得掉。',
      points: ['胶体燕麦', '绵密细泡', '不紧绷'],
      usage: '早晚各一次，取黄豆大小打泡后按摩三十秒冲净。',
    },
    en: {
      name: 'Oat cleanser',
      title: 'Oat amino-acid facial cleanser, mild, for sensitive skin',
      description:
        'Colloidal oat ground so fine that it foams like beaten egg white. The face feels soft afterwards, not squeaky. Gentle in the morning, and it takes off sun cream at night.',
      points: ['Colloidal oat', 'Dense fine foam', 'No tightness'],
      usage: 'Morning and evening, a bean’s worth; massage thirty seconds and rinse.',
    },
    tags: ['gentle', 'everyday', 'favourite'],
    attributes: {
      skin: 'sensitive',
      actives: ['胶体燕麦、氨基酸表活', 'Colloidal oat, amino-acid cleansers'],
      opened_months: 6,
    },
    flags: { shelfLifeDays: 1080 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '60', is: [['60 ml', '60 ml']], price: 49_00, cost: 16_00, grams: 80, look: { size: 0.85 } },
      { sku: '120', is: [['120 ml', '120 ml']], price: 79_00, cost: 28_00, grams: 150 },
    ],
    picture: { form: 'tube', colour: 'oat', accent: 'charcoal', label: '燕麦' },
  },
  {
    code: 'FAC-002',
    slug: 'camellia-face-oil',
    label: 'caoxia',
    zh: {
      name: '山茶面油',
      title: '山茶面油 护肤油 滋润 单方 冷榨 30ml',
      description:
        '一颗山茶籽一滴油，冷榨以后只过滤。两三滴在掌心搓热，按在脸上，一分钟就吃进去了。天干的时候也可以抹发梢。',
      points: ['冷榨单方', '两三滴够用', '发梢也能用'],
      usage: '晚间面霜前后使用，两三滴；避光存放。',
    },
    en: {
      name: 'Camellia face oil',
      title: 'Camellia face oil, cold-pressed single oil, 30 ml',
      description:
        'One seed, one drop; pressed cold and only strained. Warm two or three drops in the palms, press onto the face, and a minute later it is gone. In dry weather for the ends of hair too.',
      points: ['Single, cold-pressed', 'Two drops do', 'For hair as well'],
      usage: 'At night before or after cream, two or three drops; keep dark.',
    },
    tags: ['winter', 'gift'],
    attributes: { skin: 'dry', actives: ['山茶籽油', 'Camellia seed oil'], opened_months: 6 },
    flags: { shelfLifeDays: 720 },
    variants: [{ price: 128_00, cost: 47_00, was: 148_00, grams: 110 }],
    picture: { form: 'dropper', style: 'face', colour: 'amber', accent: 'paper', label: '山茶' },
    views: ['scene'],
  },
  {
    code: 'FAC-003',
    slug: 'tremella-cream',
    label: 'caoxia',
    zh: {
      name: '银耳面霜',
      title: '银耳面霜 保湿霜 补水 不油腻 陶瓷罐',
      description:
        '银耳熬出来的多糖，锁水比手感更重要。质地像刚凝住的双皮奶，抹开是水的。罐子是陶的，用完可以替换内芯。',
      points: ['银耳多糖', '双皮奶质地', '内芯可替换'],
      usage: '早晚洁面后取珍珠大小，按压吸收。',
    },
    en: {
      name: 'Tremella cream',
      title: 'Tremella moisturising face cream in a ceramic jar with refill',
      description:
        'Polysaccharides simmered from snow fungus hold water in. It looks like just-set milk pudding and spreads like water. The ceramic jar takes refills.',
      points: ['Snow fungus', 'Milk-pudding texture', 'Takes refills'],
      usage: 'Morning and evening, a pearl’s worth, pressed in.',
    },
    tags: ['gentle', 'new'],
    attributes: {
      skin: 'dry',
      actives: ['银耳多糖、神经酰胺', 'Tremella polysaccharide, ceramides'],
      opened_months: 6,
    },
    flags: { shelfLifeDays: 1080 },
    options: [['装型', 'Pack']],
    variants: [
      { sku: 'JAR', is: [['陶罐装 50 g', 'Ceramic jar 50 g']], price: 168_00, cost: 63_00, grams: 210 },
      { sku: 'REFILL', is: [['替换芯 50 g', 'Refill 50 g']], price: 118_00, cost: 43_00, grams: 80 },
    ],
    picture: { form: 'creamJar', colour: 'white', accent: 'oak', label: '银耳' },
    views: ['above'],
  },
  {
    code: 'FAC-004',
    slug: 'bamboo-water-toner',
    label: 'caoxia',
    zh: {
      name: '竹沥水',
      title: '竹沥水 爽肤水 喷雾 补水 清爽 油皮',
      description: '春天竹子里的清液，加一点金缕梅。喷头细得像雾，喷完不用拍。夏天放冰箱里，中午喷一下人就醒了。',
      points: ['竹沥清液', '雾一样细', '冰着更舒服'],
      usage: '洁面后或随时喷洒；离脸二十厘米。',
    },
    en: {
      name: 'Bamboo water',
      title: 'Bamboo water facial toner mist, light, for oily skin',
      description:
        'The clear sap of spring bamboo with a little witch hazel. A spray as fine as fog; no patting needed. Keep it in the fridge in summer, and noon is bearable.',
      points: ['Bamboo sap', 'As fine as fog', 'Better chilled'],
      usage: 'After cleansing or any time, from twenty centimetres.',
    },
    tags: ['summer', 'desk'],
    attributes: { skin: 'oily', actives: ['竹沥、金缕梅', 'Bamboo sap, witch hazel'], opened_months: 12 },
    flags: { shelfLifeDays: 1080 },
    variants: [{ price: 78_00, cost: 27_00, grams: 180 }],
    picture: { form: 'sprayBottle', style: 'slim', colour: 'sage', accent: 'paper', label: '竹沥' },
    views: ['close'],
  },
  {
    code: 'FAC-005',
    slug: 'green-clay-mask',
    label: 'caoxia',
    zh: {
      name: '绿泥面膜',
      title: '绿泥面膜 清洁面膜 T区 涂抹式 油皮',
      description: '海边的绿泥磨过筛，加绿茶粉和一点甘油，敷着不会裂。十分钟，鼻翼就清了。每周一次就好，不必天天。',
      points: ['过筛绿泥', '不干裂', '一周一次'],
      usage: '避开眼唇薄涂，十分钟后温水洗净，随即保湿。',
    },
    en: {
      name: 'Green clay mask',
      title: 'Green clay cleansing mask for oily skin and nose',
      description:
        'Sieved seaside clay with green tea and a little glycerine, so it does not crack. Ten minutes clear the nose. Once a week is enough; every day is not better.',
      points: ['Sieved clay', 'Does not crack', 'Once a week'],
      usage: 'Thinly, away from eyes and lips; ten minutes, warm water, then moisturise.',
    },
    tags: ['solo', 'summer'],
    attributes: { skin: 'oily', actives: ['绿泥、绿茶', 'Green clay, green tea'], opened_months: 6 },
    flags: { shelfLifeDays: 1080 },
    variants: [{ price: 69_00, cost: 23_00, was: 79_00, grams: 160 }],
    picture: { form: 'creamJar', style: 'clay', colour: 'moss', accent: 'ink', label: '绿泥' },
  },
]
