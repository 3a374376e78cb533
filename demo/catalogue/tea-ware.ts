import type { ProductSheet } from './sheet.ts'

export const teaWare: readonly ProductSheet[] = [
  {
    code: 'TWR-001',
    slug: 'rain-side-handle-teapot',
    label: 'sutai',
    zh: {
      name: '听雨侧把壶',
      title: '听雨侧把壶 茶壶 陶瓷 急须 单人泡茶',
      description:
        '壶把在侧面，手腕一转就出水，一个人泡茶最顺手。壶身外面留着素胎的粗，里面上了釉，好洗不串味。出水口是一百八十个小孔，碎茶也拦得住。',
      points: ['侧把，一转出水', '内釉外素', '球孔细滤'],
      usage: '新壶先用热水煮十分钟；洗净倒扣晾干，不要用钢丝球。',
    },
    en: {
      name: 'Rain side-handle teapot',
      title: 'Rain side-handle teapot, ceramic kyusu style pot for one',
      description:
        'The handle sits at the side, so a turn of the wrist pours: the easiest pot for one. Outside the clay is left bare and a little rough, inside it is glazed and rinses clean. A ball filter of 180 holes stops even broken leaf.',
      points: ['Pours with a turn of the wrist', 'Glazed inside, bare outside', 'Fine ball filter'],
      usage: 'Simmer a new pot ten minutes; rinse and dry upside down, no steel wool.',
    },
    tags: ['solo', 'handmade', 'favourite'],
    attributes: {
      material: 'stoneware',
      capacity_ml: 220,
      glaze: ['内壁透明釉', 'Clear glaze inside'],
      dishwasher: 'no',
    },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'SAND', is: [['沙灰', 'Sand']], price: 219_00, cost: 88_00, grams: 420, look: { colour: 'sand' } },
      { sku: 'INK', is: [['墨黑', 'Ink']], price: 219_00, cost: 88_00, grams: 420, look: { colour: 'ink' } },
      {
        sku: 'RUST',
        is: [['铁锈', 'Rust']],
        price: 239_00,
        cost: 96_00,
        was: 259_00,
        grams: 420,
        look: { colour: 'terracotta' },
      },
    ],
    picture: { form: 'teapot', style: 'side', colour: 'sand', material: 'clay' },
    views: ['close', 'scene'],
  },
  {
    code: 'TWR-002',
    slug: 'celadon-gaiwan',
    label: 'sutai',
    zh: {
      name: '天青盖碗',
      title: '天青盖碗 三才碗 青瓷 泡茶 龙泉釉',
      description:
        '釉色像雨停以后天上那一块青，三次上釉才有这个厚度。口沿外撇，手指不烫；盖钮低，单手就能出汤。一人两人都够喝。',
      points: ['三次上釉', '撇口不烫手', '110 毫升，一两人刚好'],
      usage: '先温碗再投茶；忌骤冷骤热。',
    },
    en: {
      name: 'Sky-blue gaiwan',
      title: 'Sky-blue celadon gaiwan, lidded tea bowl with Longquan glaze',
      description:
        'The glaze is the blue that is left in the sky when rain stops; it takes three coats to get this depth. A flared rim keeps fingers cool and a low knob lets one hand pour. Enough for one or two.',
      points: ['Three coats of glaze', 'Flared rim stays cool', '110 ml for one or two'],
      usage: 'Warm it before the leaf goes in; avoid sudden heat or cold.',
    },
    tags: ['handmade', 'gift'],
    attributes: { material: 'porcelain', capacity_ml: 110, glaze: ['天青', 'Sky-blue celadon'], dishwasher: 'no' },
    options: [['釉色', 'Glaze']],
    variants: [
      { sku: 'SKY', is: [['天青', 'Sky blue']], price: 158_00, cost: 62_00, grams: 260, look: { colour: 'celadon' } },
      {
        sku: 'WHITE',
        is: [['甜白', 'Sweet white']],
        price: 148_00,
        cost: 57_00,
        grams: 260,
        look: { colour: 'white' },
      },
    ],
    picture: { form: 'gaiwan', colour: 'celadon', material: 'glaze' },
    views: ['scene'],
  },
  {
    code: 'TWR-003',
    slug: 'hammered-glass-pitcher',
    label: 'sutai',
    zh: {
      name: '锤纹公道杯',
      title: '锤纹公道杯 玻璃 分茶器 耐热 茶海',
      description:
        '高硼硅玻璃手工吹出来，杯身有一片片浅浅的锤纹，茶汤在里面会晃出光。嘴很尖，倒完不滴水。耐一百五十度温差，可以直接放在小蜡烛茶炉上。',
      points: ['手工吹制', '断水利落', '耐温差 150 ℃'],
      usage: '避免用硬物敲击；茶垢用小苏打泡半小时即可。',
    },
    en: {
      name: 'Hammered glass pitcher',
      title: 'Hammered glass pitcher, heat-proof fairness cup for serving tea',
      description:
        'Blown by hand from borosilicate glass with shallow hammered facets, so the tea throws light on the table. The sharp lip does not drip. It bears a jump of 150 degrees and may stand on a small candle warmer.',
      points: ['Blown by hand', 'No drip', 'Bears a 150 °C jump'],
      usage: 'Do not knock; half an hour in baking soda lifts tea stains.',
    },
    tags: ['guests', 'everyday'],
    attributes: { material: 'glass', capacity_ml: 300, glaze: ['无釉，透明', 'None, clear'], dishwasher: 'yes' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'CLEAR', is: [['透明', 'Clear']], price: 79_00, cost: 28_00, grams: 190, look: { colour: 'clear' } },
      { sku: 'TEA', is: [['茶色', 'Tea brown']], price: 85_00, cost: 31_00, grams: 190, look: { colour: 'amber' } },
    ],
    picture: { form: 'pitcher', colour: 'clear', material: 'glass' },
  },
  {
    code: 'TWR-004',
    slug: 'bamboo-tea-tray',
    label: 'muge',
    zh: {
      name: '竹节茶盘',
      title: '竹节茶盘 干泡台 小茶台 蓄水 竹制',
      description:
        '四年以上的毛竹炭化过再拼，水泼上去不翘。上层格栅可以整片提起，下层能存四百毫升水。尺寸刚好放一壶三杯，小桌子也摆得下。',
      points: ['炭化毛竹不易变形', '格栅整片可取', '占地小'],
      usage: '用后倒水、擦干、立着晾；不要暴晒。',
    },
    en: {
      name: 'Bamboo tea tray',
      title: 'Bamboo tea tray with water drawer, compact table for dry brewing',
      description:
        'Four-year bamboo, carbonised before joining so that water does not warp it. The grid lifts out in one piece and the tray below holds 400 ml. Made for one pot and three cups, even on a small table.',
      points: ['Carbonised against warping', 'Grid lifts out', 'Small footprint'],
      usage: 'Empty, wipe and stand on edge to dry; keep out of strong sun.',
    },
    tags: ['small-home', 'guests'],
    attributes: { material: 'wood', glaze: ['木蜡油', 'Hard wax oil'], dishwasher: 'no' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'NAT', is: [['竹本色', 'Natural']], price: 168_00, cost: 66_00, grams: 1150, look: { colour: 'bamboo' } },
      { sku: 'DARK', is: [['炭色', 'Carbon']], price: 178_00, cost: 71_00, grams: 1150, look: { colour: 'walnut' } },
    ],
    picture: { form: 'teaTray', colour: 'bamboo', material: 'wood' },
    views: ['scene'],
  },
  {
    code: 'TWR-005',
    slug: 'travel-tea-set',
    label: 'sutai',
    zh: {
      name: '行旅快客杯',
      title: '行旅快客杯 便携茶具 一壶三杯 收纳包 旅行',
      description:
        '一只滤壶扣着三只小杯，叠起来只有两个拳头大，装在厚棉布袋里。办公室、火车上、露营地，有热水就能好好喝茶。哑光釉不留指纹。',
      points: ['一壶三杯叠成一只', '厚棉袋防磕', '哑光釉不留指纹'],
      usage: '首次使用前清洗；行李托运请放在衣物中间。',
    },
    en: {
      name: 'Traveller’s tea set',
      title: 'Traveller’s tea set, nesting pot with three cups in a padded pouch',
      description:
        'A filter pot that nests three small cups, two fists tall, in a thick cotton pouch. Office, train or camp: where there is hot water there is proper tea. The matt glaze takes no fingerprints.',
      points: ['Pot and three cups nest', 'Padded cotton pouch', 'Matt glaze'],
      usage: 'Wash before first use; pack between clothes when it flies.',
    },
    tags: ['gift', 'desk', 'new'],
    attributes: { material: 'stoneware', capacity_ml: 150, glaze: ['哑光釉', 'Matt glaze'], dishwasher: 'yes' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'OAT', is: [['燕麦', 'Oat']], price: 139_00, cost: 55_00, grams: 520, look: { colour: 'oat' } },
      { sku: 'MOSS', is: [['苔绿', 'Moss']], price: 139_00, cost: 55_00, grams: 520, look: { colour: 'moss' } },
      {
        sku: 'SLATE',
        is: [['石板灰', 'Slate']],
        price: 139_00,
        cost: 55_00,
        was: 149_00,
        grams: 520,
        look: { colour: 'slate' },
      },
    ],
    picture: { form: 'teapot', style: 'set', colour: 'oat', material: 'matt' },
  },
]
