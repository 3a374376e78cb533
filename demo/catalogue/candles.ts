import type { ProductSheet } from './sheet.ts'

export const candles: readonly ProductSheet[] = [
  {
    code: 'CND-001',
    slug: 'rain-on-tiles-candle',
    label: 'caoxia',
    zh: {
      name: '雨打青瓦 香氛蜡烛',
      title: '雨打青瓦香氛蜡烛 大豆蜡 玻璃杯 苔藓 雨水 礼物',
      description:
        '下雨天推开木窗闻到的：湿的石头、青苔、一点铁。大豆蜡烧得慢，烟少，杯壁不发黑。烧完的杯子洗一洗可以插花。',
      points: ['大豆蜡，低烟', '烧四十五小时', '杯子可再用'],
      usage: '第一次点满两小时，让蜡面化到边；每次修剪灯芯到 5 毫米。',
    },
    en: {
      name: 'Rain on tiles candle',
      title: 'Rain on tiles scented soy candle in glass: moss, rain, stone',
      description:
        'What you smell when you push open a wooden window in the rain: wet stone, moss, a little iron. Soy wax burns slowly with little smoke, so the glass stays clear. Washed, it makes a small vase.',
      points: ['Soy, low smoke', '45 hours', 'A glass to keep'],
      usage: 'Two full hours the first time, until the wax melts to the edge; trim the wick to 5 mm.',
    },
    tags: ['favourite', 'gift', 'solo'],
    attributes: { wax: 'soy', scent: ['青苔、雨水、雪松', 'Moss, rain, cedar'], burn_hours: 45 },
    flags: { shelfLifeDays: 1080 },
    options: [['规格', 'Size']],
    variants: [
      { sku: '90G', is: [['90 克', '90 g']], price: 79_00, cost: 27_00, grams: 260, look: { size: 0.8 } },
      { sku: '200G', is: [['200 克', '200 g']], price: 139_00, cost: 51_00, grams: 520 },
    ],
    picture: { form: 'candleGlass', colour: 'slate', accent: 'paper', label: '雨' },
    views: ['scene'],
  },
  {
    code: 'CND-002',
    slug: 'osmanthus-night-candle',
    label: 'caoxia',
    zh: {
      name: '桂夜 香氛蜡烛',
      title: '桂夜香氛蜡烛 桂花 大豆蜡 陶杯 秋天',
      description:
        '九月晚上走过一棵看不见的桂花树。前面是花，后面有一点杏子和温的木头。陶杯是我们自己窑里烧的，点完可以喝茶。',
      points: ['桂花与杏', '陶杯可喝茶', '棉芯少烟'],
      usage: '每次点燃不超过四小时；离窗帘远一点。',
    },
    en: {
      name: 'Osmanthus night candle',
      title: 'Osmanthus night scented soy candle in a ceramic cup',
      description:
        'A September evening and an osmanthus tree you cannot see. Flowers first, then apricot and warm wood. The cup comes from our own kiln and serves tea afterwards.',
      points: ['Osmanthus and apricot', 'A cup for tea', 'Cotton wick'],
      usage: 'No longer than four hours at once; keep away from curtains.',
    },
    tags: ['gift', 'limited'],
    attributes: { wax: 'soy', scent: ['桂花、杏、檀木', 'Osmanthus, apricot, sandalwood'], burn_hours: 38 },
    flags: { shelfLifeDays: 1080 },
    variants: [{ price: 149_00, cost: 56_00, was: 169_00, grams: 480 }],
    picture: { form: 'candleCup', colour: 'honey', accent: 'cream', material: 'glaze' },
  },
  {
    code: 'CND-003',
    slug: 'beeswax-tapers',
    label: 'caoxia',
    zh: {
      name: '蜂蜡长烛',
      title: '蜂蜡长烛 天然蜂蜡 餐桌蜡烛 无香 六支',
      description: '纯蜂蜡浸了二十几遍才有这么粗，自带一点蜜味，不另加香。火苗稳，少流泪。六支一束，用棉纸包着。',
      points: ['纯蜂蜡', '天然蜜香', '火苗稳'],
      usage: '放在无风处；每支约烧六小时。',
    },
    en: {
      name: 'Beeswax tapers',
      title: 'Beeswax tapers, natural dinner candles, bundle of six',
      description:
        'Dipped more than twenty times in pure beeswax, with its own breath of honey and nothing added. A steady flame that hardly weeps. Six to a bundle, in cotton paper.',
      points: ['Pure beeswax', 'Natural honey scent', 'Steady flame'],
      usage: 'Out of draughts; about six hours each.',
    },
    tags: ['guests', 'handmade'],
    attributes: { wax: 'bee', scent: ['天然蜜香', 'Natural honey'], burn_hours: 6 },
    variants: [{ price: 88_00, cost: 35_00, grams: 360 }],
    picture: { form: 'tapers', colour: 'honey', accent: 'paper', count: 6 },
  },
  {
    code: 'CND-004',
    slug: 'pebble-pillar-candles',
    label: 'caoxia',
    zh: {
      name: '溪石蜡烛',
      title: '溪石蜡烛 柱蜡 无烟 摆件 三只装 茶席',
      description: '照着溪边捡回来的三块石头翻的模，大中小一组。点着以后中间先空下去，边上透出光来。茶席上摆一只就够。',
      points: ['石头翻模', '透光不流', '三只一组'],
      usage: '放在耐热盘上点；每次一到两小时。',
    },
    en: {
      name: 'Stream-stone candles',
      title: 'Stream-stone pillar candles, set of three for the tea table',
      description:
        'Cast from three stones we brought home from a stream, large, middle and small. The heart sinks first and the wall begins to glow. One is enough for a tea table.',
      points: ['Cast from stones', 'Glows, does not run', 'Set of three'],
      usage: 'On a heat-proof dish; one or two hours at a time.',
    },
    tags: ['gift', 'new'],
    attributes: { wax: 'soy', scent: ['无香', 'Unscented'], burn_hours: 20 },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'GREY', is: [['溪灰', 'Stream grey']], price: 98_00, cost: 36_00, grams: 620, look: { colour: 'slate' } },
      {
        sku: 'WHITE',
        is: [['石英白', 'Quartz white']],
        price: 98_00,
        cost: 36_00,
        grams: 620,
        look: { colour: 'paper' },
      },
    ],
    picture: { form: 'pebbleCandles', colour: 'slate', count: 3 },
  },
  {
    code: 'CND-005',
    slug: 'travel-tin-candle-set',
    label: 'caoxia',
    zh: {
      name: '四季小铁罐蜡烛',
      title: '四季小铁罐蜡烛 香薰蜡烛 套装 旅行 试香 礼盒',
      description: '春是玉兰，夏是荷，秋是桂，冬是柏，各一小罐。不知道送哪一种的时候就送这一盒。盖上盖子可以放进行李。',
      points: ['四种季节', '一盒试遍', '带盖好带'],
      usage: '每罐约烧十五小时；点完盖上盖子熄火，没有烟。',
    },
    en: {
      name: 'Four seasons tin candles',
      title: 'Four seasons scented tin candles, discovery and travel gift set',
      description:
        'Magnolia for spring, lotus for summer, osmanthus for autumn, cypress for winter, one small tin each. When you do not know which to give, give this. With lids on they travel.',
      points: ['Four seasons', 'Try them all', 'Lids for travel'],
      usage: 'Fifteen hours each; put the lid on to snuff without smoke.',
    },
    tags: ['gift', 'favourite'],
    attributes: { wax: 'soy', scent: ['玉兰、荷、桂、柏', 'Magnolia, lotus, osmanthus, cypress'], burn_hours: 60 },
    flags: { shelfLifeDays: 1080 },
    variants: [{ price: 128_00, cost: 46_00, was: 148_00, grams: 540 }],
    picture: { form: 'tinCandles', colour: 'paper', count: 4 },
    views: ['above'],
  },
]
