import type { ProductSheet } from './sheet.ts'

export const soapBath: readonly ProductSheet[] = [
  {
    code: 'SOP-001',
    slug: 'camellia-cold-soap',
    label: 'caoxia',
    zh: {
      name: '山茶冷制皂',
      title: '山茶冷制皂 手工皂 洗脸皂 沐浴皂 山茶籽油',
      description: '山茶籽油占四成，冷制以后在架子上晾了四十五天。泡沫细，冲完不紧绷。切口不太齐，因为是手切的。',
      points: ['四成山茶籽油', '晾足四十五天', '冲后不紧绷'],
      usage: '起泡后清洗面部或身体；用后放在沥水处。',
    },
    en: {
      name: 'Camellia cold soap',
      title: 'Camellia cold-process soap for face and body',
      description:
        'Two fifths camellia seed oil, made cold and left on the rack for forty-five days. Fine lather, no tight skin. The edges are uneven because they are cut by hand.',
      points: ['40 % camellia oil', 'Cured 45 days', 'No tightness'],
      usage: 'Lather for face or body; keep on a draining dish.',
    },
    tags: ['gentle', 'handmade', 'favourite'],
    attributes: {
      skin: 'all',
      actives: ['山茶籽油、椰子油', 'Camellia and coconut oil'],
      scent: ['淡草本', 'Light herbal'],
      opened_months: 6,
    },
    flags: { shelfLifeDays: 720 },
    options: [['款式', 'Kind']],
    variants: [
      { sku: 'CAM', is: [['山茶', 'Camellia']], price: 39_00, cost: 13_00, grams: 120, look: { colour: 'cream' } },
      { sku: 'MUG', is: [['艾草', 'Mugwort']], price: 39_00, cost: 13_00, grams: 120, look: { colour: 'moss' } },
      { sku: 'RICE', is: [['米糠', 'Rice bran']], price: 39_00, cost: 13_00, grams: 120, look: { colour: 'toast' } },
    ],
    picture: { form: 'soap', colour: 'cream', accent: 'paper', label: '山茶', count: 2 },
    views: ['scene'],
  },
  {
    code: 'SOP-002',
    slug: 'rice-shower-milk',
    label: 'caoxia',
    zh: {
      name: '米浆沐浴乳',
      title: '米浆沐浴乳 氨基酸 温和 全家用 沐浴露',
      description:
        '氨基酸的底子，加了发酵米浆，洗完滑而不腻。香味是刚蒸好的米饭掀开锅盖那一下。大瓶按压，一家人用两个月。',
      points: ['氨基酸表活', '发酵米浆', '全家可用'],
      usage: '湿润后取两泵打泡，冲净即可；入眼请立即冲洗。',
    },
    en: {
      name: 'Rice shower milk',
      title: 'Rice shower milk, mild amino-acid body wash for the family',
      description:
        'An amino-acid base with fermented rice milk: silky after rinsing, never greasy. It smells like the moment the lid comes off the rice. A large pump bottle, two months for a family.',
      points: ['Amino-acid base', 'Fermented rice', 'For all the family'],
      usage: 'Two pumps on wet skin; rinse. Flush eyes if it gets in.',
    },
    tags: ['gentle', 'everyday'],
    attributes: {
      skin: 'sensitive',
      actives: ['氨基酸表活、米发酵液', 'Amino-acid cleansers, rice ferment'],
      scent: ['米香', 'Steamed rice'],
      opened_months: 12,
    },
    flags: { shelfLifeDays: 1080 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '300', is: [['300 ml', '300 ml']], price: 69_00, cost: 23_00, grams: 360, look: { size: 0.85 } },
      { sku: '500', is: [['500 ml', '500 ml']], price: 98_00, cost: 35_00, was: 115_00, grams: 570 },
    ],
    picture: { form: 'pumpBottle', colour: 'cream', accent: 'charcoal', label: '米浆' },
  },
  {
    code: 'SOP-003',
    slug: 'ginger-bath-salt',
    label: 'caoxia',
    zh: {
      name: '老姜浴盐',
      title: '老姜浴盐 泡澡 泡脚 海盐 生姜 冬天',
      description:
        '粗海盐拌了小黄姜粉和一点橙皮，水一烫满屋暖。泡脚三勺，泡澡六勺，二十分钟身上就出汗。冬天晚上少不了它。',
      points: ['小黄姜', '粗粒海盐', '泡脚泡澡'],
      usage: '温水溶解后浸泡二十分钟，及时补水；皮肤破损者勿用。',
    },
    en: {
      name: 'Old ginger bath salt',
      title: 'Old ginger bath and foot salt, sea salt with orange peel',
      description:
        'Coarse sea salt with ground yellow ginger and a little orange peel; hot water warms the whole room. Three spoons for feet, six for a bath, twenty minutes until you glow. Winter evenings need it.',
      points: ['Yellow ginger', 'Coarse sea salt', 'Feet or bath'],
      usage: 'Soak twenty minutes and drink water; not on broken skin.',
    },
    tags: ['winter', 'solo'],
    attributes: {
      skin: 'all',
      actives: ['海盐、姜', 'Sea salt, ginger'],
      scent: ['姜、橙', 'Ginger, orange'],
      opened_months: 12,
    },
    flags: { shelfLifeDays: 1080 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '300G', is: [['300 克', '300 g']], price: 45_00, cost: 15_00, grams: 520 },
      { sku: '600G', is: [['600 克', '600 g']], price: 78_00, cost: 27_00, grams: 880, look: { size: 1.25 } },
    ],
    picture: { form: 'jar', style: 'salt', colour: 'paper', accent: 'bamboo', label: '姜盐' },
  },
  {
    code: 'SOP-004',
    slug: 'cypress-leaf-shampoo',
    label: 'caoxia',
    zh: {
      name: '侧柏洗发露',
      title: '侧柏洗发露 植物 控油 头皮 温和 洗发水',
      description: '侧柏叶、何首乌、一点薄荷，洗完头皮清清凉凉。没有硅油，刚开始几次会有点涩，一周后头发就轻了。',
      points: ['不含硅油', '清凉头皮', '泡沫细'],
      usage: '打泡按摩两分钟后冲净；可隔日使用。',
    },
    en: {
      name: 'Cypress leaf shampoo',
      title: 'Cypress leaf shampoo, silicone-free, for oily scalps',
      description:
        'Cypress leaf, knotweed root and a little mint leave the scalp cool and clear. Without silicone it feels dry for the first few washes; after a week hair is light.',
      points: ['No silicone', 'A cool scalp', 'Fine lather'],
      usage: 'Massage two minutes and rinse; every other day.',
    },
    tags: ['summer', 'everyday'],
    attributes: {
      skin: 'oily',
      actives: ['侧柏叶、薄荷', 'Cypress leaf, mint'],
      scent: ['草木薄荷', 'Green mint'],
      opened_months: 12,
    },
    flags: { shelfLifeDays: 1080 },
    variants: [{ price: 88_00, cost: 31_00, grams: 520 }],
    picture: { form: 'pumpBottle', style: 'round', colour: 'pine', accent: 'ink', label: '侧柏' },
    views: ['close'],
  },
  {
    code: 'SOP-005',
    slug: 'loofah-set',
    label: 'caoxia',
    zh: {
      name: '丝瓜络两件',
      title: '丝瓜络两件 搓澡 洗碗 天然 可降解',
      description: '自家种的丝瓜老了晒干，剥皮去籽，软硬刚好。一块长的洗澡，一块圆的洗碗。用旧了埋进花盆里就没了。',
      points: ['老丝瓜晒干', '一长一圆', '用完可埋'],
      usage: '用前热水浸软，用后挂干；约一个月更换。',
    },
    en: {
      name: 'Two loofahs',
      title: 'Two natural loofahs for bath and dishes, plastic-free',
      description:
        'Gourds from our own garden, dried, peeled and seeded, neither hard nor soft. A long one for the bath, a round one for dishes. Worn out, they go in a flowerpot and disappear.',
      points: ['Sun-dried gourd', 'One long, one round', 'Can be buried'],
      usage: 'Soften in hot water, hang to dry; renew monthly.',
    },
    tags: ['everyday', 'small-home'],
    attributes: { skin: 'all', actives: ['丝瓜络', 'Loofah gourd'], scent: ['无香', 'Unscented'], opened_months: 1 },
    flags: { licence: undefined },
    variants: [{ price: 26_00, cost: 8_00, was: 32_00, grams: 90 }],
    picture: { form: 'loofah', colour: 'honey', accent: 'cream' },
  },
]
