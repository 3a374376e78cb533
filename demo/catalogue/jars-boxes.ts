import type { ProductSheet } from './sheet.ts'

export const jarsBoxes: readonly ProductSheet[] = [
  {
    code: 'JAR-001',
    slug: 'bamboo-lid-jar',
    label: 'muge',
    zh: {
      name: '竹盖密封罐',
      title: '竹盖密封罐 玻璃罐 五谷杂粮 储物罐 茶叶罐',
      description: '直筒玻璃，口大，手伸得进去洗。竹盖里嵌一圈硅胶，倒过来也不漏。三个尺寸口径一样，盖子可以换着用。',
      points: ['大口好洗', '倒放不漏', '盖子通用'],
      usage: '玻璃可进洗碗机，竹盖擦拭即可。',
    },
    en: {
      name: 'Bamboo-lid jar',
      title: 'Bamboo-lid airtight glass jar for grains, tea and pantry',
      description:
        'Straight glass with a mouth wide enough for your hand. A silicone ring in the bamboo lid holds tight upside down. Three sizes share one diameter, so lids change places.',
      points: ['Wide mouth', 'Tight upside down', 'Shared lids'],
      usage: 'Glass in the dishwasher, lid wiped clean.',
    },
    tags: ['everyday', 'small-home', 'favourite'],
    attributes: { material: 'glass', capacity_ml: 800, lid: ['竹盖硅胶圈', 'Bamboo with silicone ring'] },
    options: [['容量', 'Capacity']],
    variants: [
      { sku: '500', is: [['500 ml', '500 ml']], price: 29_00, cost: 9_80, grams: 380, look: { size: 0.8 } },
      { sku: '800', is: [['800 ml', '800 ml']], price: 36_00, cost: 12_60, grams: 480 },
      {
        sku: '1500',
        is: [['1500 ml', '1500 ml']],
        price: 49_00,
        cost: 17_50,
        was: 56_00,
        grams: 690,
        look: { size: 1.3 },
      },
    ],
    picture: { form: 'jar', style: 'grain', colour: 'oat', accent: 'bamboo' },
    views: ['scene'],
  },
  {
    code: 'JAR-002',
    slug: 'salt-and-sugar-crocks',
    label: 'sutai',
    zh: {
      name: '盐糖罐一对',
      title: '盐糖罐一对 调料罐 陶瓷 带勺 厨房',
      description: '一只写盐，一只写糖，字是刻进泥里再上釉的。盖子是木头的，潮天也好开。各配一把小木勺，一勺正好五克。',
      points: ['刻字不掉', '木盖防潮', '一勺五克'],
      usage: '罐身可洗碗机，木盖木勺擦拭。',
    },
    en: {
      name: 'Salt & sugar crocks',
      title: 'Salt & sugar crocks, pair of ceramic seasoning jars with spoons',
      description:
        'One says salt, one says sugar, cut into the clay before glazing. The wooden lids open even in damp weather. Each has a little spoon that takes exactly five grams.',
      points: ['Carved, not printed', 'Wooden lids', 'Five-gram spoons'],
      usage: 'Crocks in the dishwasher, wood wiped clean.',
    },
    tags: ['everyday', 'gift'],
    attributes: { material: 'stoneware', capacity_ml: 260, lid: ['相思木', 'Acacia'] },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'OAT', is: [['燕麦', 'Oat']], price: 79_00, cost: 29_00, grams: 760, look: { colour: 'oat' } },
      { sku: 'MIST', is: [['雾蓝', 'Mist blue']], price: 79_00, cost: 29_00, grams: 760, look: { colour: 'mist' } },
    ],
    picture: { form: 'caddy', style: 'pair', colour: 'oat', accent: 'acacia', material: 'speckle', label: '盐' },
  },
  {
    code: 'JAR-003',
    slug: 'bentwood-lunch-box',
    label: 'muge',
    zh: {
      name: '曲木便当盒',
      title: '曲木便当盒 木饭盒 日式 单层 带隔板',
      description: '薄杉木烘弯合成一圈，接口用樱树皮缝。木头会吸掉多余的水汽，饭凉了也不黏。打开是一股林子里的味道。',
      points: ['吸潮不黏饭', '樱皮缝合', '活动隔板'],
      usage: '用温水软布洗，立即擦干；不可微波。',
    },
    en: {
      name: 'Bentwood lunch box',
      title: 'Bentwood lunch box, single layer with divider',
      description:
        'Thin cedar bent into a ring over heat and sewn with cherry bark. The wood takes up steam, so cold rice is not sticky. Open it and it smells of a forest.',
      points: ['Keeps rice dry', 'Sewn with cherry bark', 'Movable divider'],
      usage: 'Warm water, soft cloth, dry at once; not for the microwave.',
    },
    tags: ['handmade', 'solo'],
    attributes: { material: 'wood', capacity_ml: 650, lid: ['杉木', 'Cedar'] },
    variants: [{ price: 188_00, cost: 78_00, was: 208_00, grams: 260 }],
    picture: { form: 'lunchBox', colour: 'cedar', accent: 'walnut', material: 'wood' },
    views: ['above'],
  },
  {
    code: 'JAR-004',
    slug: 'oil-and-vinegar-bottles',
    label: 'sutai',
    zh: {
      name: '不滴油壶',
      title: '不滴油壶 玻璃油瓶 酱油瓶 醋瓶 防漏',
      description:
        '瓶嘴里有一道回油槽，倒完那一滴自己流回去，台面不再有一圈油印。细腰好握，三百毫升两周一换，油不会放陈。',
      points: ['回油槽不滴', '细腰防滑', '刻度清楚'],
      usage: '瓶嘴可整个拆下清洗，可进洗碗机。',
    },
    en: {
      name: 'No-drip bottle',
      title: 'No-drip glass bottle for oil, soy sauce and vinegar',
      description:
        'A groove in the spout leads the last drop home, so there are no more rings on the counter. The waist is easy to hold, and 300 ml is used up before oil grows old.',
      points: ['Last drop runs back', 'Easy waist', 'Clear scale'],
      usage: 'Spout comes apart; all parts in the dishwasher.',
    },
    tags: ['everyday', 'new'],
    attributes: { material: 'glass', capacity_ml: 300, lid: ['不锈钢与软木', 'Steel and cork'] },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'CLEAR', is: [['透明', 'Clear']], price: 39_00, cost: 13_50, grams: 310, look: { colour: 'clear' } },
      { sku: 'TEA', is: [['茶色', 'Tea brown']], price: 42_00, cost: 14_80, grams: 310, look: { colour: 'amber' } },
    ],
    picture: { form: 'oilBottle', colour: 'clear', accent: 'steel', material: 'glass' },
  },
  {
    code: 'JAR-005',
    slug: 'tinplate-tea-caddy',
    label: 'muge',
    zh: {
      name: '素铁茶叶罐',
      title: '素铁茶叶罐 马口铁 密封 茶罐 旅行 干货罐',
      description:
        '双层盖，合上时空气慢慢挤出来，会自己往下沉。表面只刷一层清漆，用久了手印处会发亮。放五十克绿茶正好满。',
      points: ['双盖自沉', '无缝罐身', '越摸越亮'],
      usage: '干布擦拭，勿水洗。',
    },
    en: {
      name: 'Plain tin caddy',
      title: 'Plain tinplate tea caddy with double lid, airtight',
      description:
        'Two lids: the outer one sinks by itself as the air slips out. Only a clear varnish covers the metal, so it polishes where hands hold it. Fifty grams of green tea fill it to the brim.',
      points: ['Lid sinks by itself', 'Seamless', 'Polishes with use'],
      usage: 'Dry cloth only.',
    },
    tags: ['gift', 'desk'],
    attributes: { material: 'tinplate', capacity_ml: 320, lid: ['双层马口铁', 'Double tinplate'] },
    options: [['颜色', 'Colour']],
    variants: [
      {
        sku: 'BRASS',
        is: [['黄铜色', 'Brass']],
        price: 58_00,
        cost: 20_00,
        grams: 140,
        look: { colour: 'brass', material: 'metal' },
      },
      { sku: 'BLACK', is: [['哑黑', 'Matt black']], price: 52_00, cost: 18_00, grams: 140, look: { colour: 'ink' } },
      { sku: 'WHITE', is: [['米白', 'Rice white']], price: 52_00, cost: 18_00, grams: 140, look: { colour: 'paper' } },
    ],
    picture: { form: 'tin', style: 'plain', colour: 'paper' },
  },
]
