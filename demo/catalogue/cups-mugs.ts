import type { ProductSheet } from './sheet.ts'

export const cupsMugs: readonly ProductSheet[] = [
  {
    code: 'CUP-001',
    slug: 'roof-tile-mug',
    label: 'sutai',
    zh: {
      name: '瓦当马克杯',
      title: '瓦当马克杯 陶瓷杯 咖啡杯 办公室水杯 大容量',
      description:
        '杯身竖着一道道浅棱，像屋檐上排好的瓦，手摸着有分量。杯把能伸进三根手指，三百五十毫升，够一上午。底釉半哑，勺子刮过也不留印。',
      points: ['瓦棱杯身', '三指大杯把', '半哑釉耐刮'],
      usage: '可微波、可洗碗机。',
    },
    en: {
      name: 'Roof-tile mug',
      title: 'Roof-tile mug, ribbed ceramic coffee and tea mug, large',
      description:
        'Shallow ridges stand round the mug like tiles along an eave and feel good in the hand. The handle takes three fingers, and 350 ml lasts a morning. A half-matt glaze shows no spoon marks.',
      points: ['Ribbed like tiles', 'Three-finger handle', 'Scratch-shy glaze'],
      usage: 'Safe in microwave and dishwasher.',
    },
    tags: ['desk', 'everyday', 'favourite'],
    attributes: { material: 'stoneware', capacity_ml: 350, microwave: 'yes', dishwasher: 'yes' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'OAT', is: [['燕麦', 'Oat']], price: 59_00, cost: 21_00, grams: 390, look: { colour: 'oat' } },
      { sku: 'CLAY', is: [['陶红', 'Clay']], price: 59_00, cost: 21_00, grams: 390, look: { colour: 'clay' } },
      { sku: 'TEAL', is: [['黛青', 'Deep teal']], price: 59_00, cost: 21_00, grams: 390, look: { colour: 'teal' } },
      { sku: 'INK', is: [['墨黑', 'Ink']], price: 62_00, cost: 22_50, was: 69_00, grams: 390, look: { colour: 'ink' } },
    ],
    picture: { form: 'mug', style: 'ribbed', colour: 'oat', material: 'matt' },
    views: ['scene'],
  },
  {
    code: 'CUP-002',
    slug: 'palm-tea-cup',
    label: 'sutai',
    zh: {
      name: '掌心小杯',
      title: '掌心小杯 品茗杯 主人杯 陶瓷 手作',
      description:
        '没有把，刚好窝在手心里。口沿磨得很薄，茶汤进嘴很轻。釉是窑里自己流的，杯脚积一圈深色，每一只都不重样。',
      points: ['薄口沿', '窑变流釉', '60 毫升，三口一杯'],
      usage: '手洗为宜。',
    },
    en: {
      name: 'Palm cup',
      title: 'Palm cup, handleless tasting tea cup, hand-thrown ceramic',
      description:
        'No handle; it sits in the hollow of your hand. The lip is ground thin so the tea arrives lightly. The glaze runs as the kiln pleases and gathers dark at the foot, never twice the same.',
      points: ['Thin lip', 'Glaze that runs', '60 ml, three sips'],
      usage: 'Best washed by hand.',
    },
    tags: ['handmade', 'solo', 'gift'],
    attributes: { material: 'stoneware', capacity_ml: 60, microwave: 'yes', dishwasher: 'no' },
    options: [['釉色', 'Glaze']],
    variants: [
      { sku: 'HONEY', is: [['蜜釉', 'Honey']], price: 48_00, cost: 16_00, grams: 110, look: { colour: 'honey' } },
      { sku: 'JADE', is: [['翠釉', 'Jade']], price: 48_00, cost: 16_00, grams: 110, look: { colour: 'jade' } },
      { sku: 'SNOW', is: [['雪釉', 'Snow']], price: 48_00, cost: 16_00, grams: 110, look: { colour: 'paper' } },
    ],
    picture: { form: 'cup', style: 'palm', colour: 'honey', accent: 'walnut', material: 'glaze', count: 2 },
    views: ['close'],
  },
  {
    code: 'CUP-003',
    slug: 'double-wall-glass',
    label: 'sutai',
    zh: {
      name: '悬月双层杯',
      title: '悬月双层杯 双层玻璃杯 隔热 咖啡 绿茶',
      description: '两层玻璃中间是空的，茶像悬在半空。装沸水外壁也能握，装冰水不出汗。看龙井一片片立起来，用它最好。',
      points: ['隔热不烫', '不挂水珠', '高硼硅耐热'],
      usage: '可洗碗机；底部气孔已封，请勿微波。',
    },
    en: {
      name: 'Floating moon glass',
      title: 'Floating moon double-wall glass for coffee and green tea',
      description:
        'Two walls with air between, so the tea seems to float. You can hold it full of boiling water, and it does not sweat with ice. The best seat for watching Longjing stand up leaf by leaf.',
      points: ['Cool to hold', 'No condensation', 'Borosilicate'],
      usage: 'Dishwasher safe; not for the microwave.',
    },
    tags: ['summer', 'desk'],
    attributes: { material: 'glass', capacity_ml: 250, microwave: 'no', dishwasher: 'yes' },
    options: [['件数', 'Pieces']],
    variants: [
      { sku: '1', is: [['单只', 'One']], price: 49_00, cost: 17_00, grams: 160 },
      {
        sku: '2',
        is: [['两只装', 'Set of two']],
        price: 89_00,
        cost: 33_00,
        was: 98_00,
        grams: 330,
        look: { count: 2 },
      },
    ],
    picture: { form: 'glass', style: 'double', colour: 'clear', accent: 'tea', material: 'glass' },
    views: ['scene'],
  },
  {
    code: 'CUP-004',
    slug: 'walk-thermos',
    label: 'muge',
    zh: {
      name: '慢走保温杯',
      title: '慢走保温杯 不锈钢 保温杯 茶隔 随行 500ml',
      description:
        '杯盖上有一圈木头，握着不凉。早上八点的水，晚上六点还有五十五度。茶隔可以取下，喝够浓了就把茶叶请出来。',
      points: ['十小时 55 ℃', '可拆茶隔', '胡桃木盖圈'],
      usage: '木圈请勿长时间泡水；首次使用用热水加少许白醋浸半小时。',
    },
    en: {
      name: 'Slow-walk flask',
      title: 'Slow-walk thermos flask, stainless steel with tea strainer, 500 ml',
      description:
        'A ring of walnut round the lid is kind to cold hands. Water poured at eight is still at 55 degrees at six in the evening. The strainer lifts out once the tea is strong enough.',
      points: ['55 °C after ten hours', 'Strainer lifts out', 'Walnut ring'],
      usage: 'Do not soak the wooden ring; before first use, hot water with a little vinegar for half an hour.',
    },
    tags: ['winter', 'gift', 'new'],
    attributes: { material: 'steel', capacity_ml: 500, microwave: 'no', dishwasher: 'no' },
    flags: { warrantyMonths: 12 },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'WHITE', is: [['米白', 'Rice white']], price: 129_00, cost: 49_00, grams: 340, look: { colour: 'paper' } },
      { sku: 'PINE', is: [['松绿', 'Pine']], price: 129_00, cost: 49_00, grams: 340, look: { colour: 'pine' } },
      {
        sku: 'CINNABAR',
        is: [['朱砂', 'Cinnabar']],
        price: 129_00,
        cost: 49_00,
        was: 149_00,
        grams: 340,
        look: { colour: 'cinnabar' },
      },
    ],
    picture: { form: 'thermos', colour: 'paper', accent: 'walnut', material: 'paint' },
    views: ['close'],
  },
  {
    code: 'CUP-005',
    slug: 'enamel-camp-mug',
    label: 'muge',
    zh: {
      name: '老街搪瓷杯',
      title: '老街搪瓷杯 怀旧搪瓷 茶缸 带盖 露营',
      description:
        '照着老单位发的茶缸做的，只是把大红字去掉，留一道蓝边。手工喷釉，磕一下会掉瓷，掉了也好看。可以直接坐在炉子上热牛奶。',
      points: ['加厚钢胎', '蓝边手工喷釉', '可直火加热'],
      usage: '可直火；空杯勿干烧，勿微波。',
    },
    en: {
      name: 'Old lane enamel mug',
      title: 'Old lane enamel mug with lid, retro tea mug for home and camp',
      description:
        'After the mugs every work unit once gave out, without the big red letters, only a line of blue at the rim. Enamelled by hand; knock it and it chips, and looks good chipped. Warm milk in it straight on the stove.',
      points: ['Heavy steel body', 'Hand-sprayed blue rim', 'Goes on the flame'],
      usage: 'Fine on a flame; never heat it empty, not for the microwave.',
    },
    tags: ['everyday', 'small-home'],
    attributes: { material: 'steel', capacity_ml: 480, microwave: 'no', dishwasher: 'yes' },
    options: [['颜色', 'Colour']],
    variants: [
      {
        sku: 'WHITE',
        is: [['白底蓝边', 'White, blue rim']],
        price: 42_00,
        cost: 15_00,
        grams: 290,
        look: { colour: 'white' },
      },
      {
        sku: 'GREEN',
        is: [['豆绿', 'Bean green']],
        price: 42_00,
        cost: 15_00,
        grams: 290,
        look: { colour: 'sage', accent: 'pine' },
      },
    ],
    picture: { form: 'mug', style: 'enamel', colour: 'white', accent: 'indigo', material: 'enamel' },
  },
]
