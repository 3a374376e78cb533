import type { ProductSheet } from './sheet.ts'

export const bedding: readonly ProductSheet[] = [
  {
    code: 'BED-001',
    slug: 'washed-cotton-bed-set',
    label: 'mianyue',
    zh: {
      name: '水洗棉四件套',
      title: '水洗棉四件套 全棉 床单被套 裸睡 纯色',
      description:
        '先织后洗，洗到软得像穿旧的衬衫，不用熨，皱着才好看。一床被套、一张床单、两只枕套，被套用暗扣，四角有绑带。第一晚就不觉得是新的。',
      points: ['水洗过，不缩水', '暗扣不硌', '四角绑带'],
      usage: '首次使用前清洗；30 ℃ 机洗，中低温烘干。',
    },
    en: {
      name: 'Washed cotton bed set',
      title: 'Washed cotton bed set, four pieces, plain colour duvet cover and sheet',
      description:
        'Woven first, then washed until it is as soft as an old shirt; no ironing, the creases belong. One duvet cover, one sheet, two pillowcases, hidden buttons and ties in the corners. It never feels like the first night.',
      points: ['Pre-washed, no shrinking', 'Hidden buttons', 'Corner ties'],
      usage: 'Wash before first use; 30 °C, tumble low.',
    },
    tags: ['favourite', 'everyday'],
    attributes: { fabric: 'cotton', weave: ['60 支平纹', '60s plain weave'], care: 'machine' },
    options: [
      ['颜色', 'Colour'],
      ['尺寸', 'Size'],
    ],
    variants: [
      {
        sku: 'OAT-15',
        is: [
          ['燕麦', 'Oat'],
          ['1.5 米床', '150 cm bed'],
        ],
        price: 329_00,
        cost: 142_00,
        grams: 2300,
        look: { colour: 'oat' },
      },
      {
        sku: 'OAT-18',
        is: [
          ['燕麦', 'Oat'],
          ['1.8 米床', '180 cm bed'],
        ],
        price: 369_00,
        cost: 161_00,
        grams: 2700,
        look: { colour: 'oat' },
      },
      {
        sku: 'MIST-15',
        is: [
          ['雾蓝', 'Mist blue'],
          ['1.5 米床', '150 cm bed'],
        ],
        price: 329_00,
        cost: 142_00,
        grams: 2300,
        look: { colour: 'mist' },
      },
      {
        sku: 'MIST-18',
        is: [
          ['雾蓝', 'Mist blue'],
          ['1.8 米床', '180 cm bed'],
        ],
        price: 369_00,
        cost: 161_00,
        grams: 2700,
        look: { colour: 'mist' },
      },
      {
        sku: 'CLAY-15',
        is: [
          ['陶粉', 'Clay pink'],
          ['1.5 米床', '150 cm bed'],
        ],
        price: 329_00,
        cost: 142_00,
        was: 369_00,
        grams: 2300,
        look: { colour: 'rose' },
      },
      {
        sku: 'CLAY-18',
        is: [
          ['陶粉', 'Clay pink'],
          ['1.8 米床', '180 cm bed'],
        ],
        price: 369_00,
        cost: 161_00,
        was: 409_00,
        grams: 2700,
        look: { colour: 'rose' },
      },
    ],
    picture: { form: 'foldedStack', style: 'ribbon', colour: 'oat', material: 'cloth', count: 4 },
    views: ['close'],
  },
  {
    code: 'BED-002',
    slug: 'silk-summer-quilt',
    label: 'mianyue',
    zh: {
      name: '桑蚕丝夏被',
      title: '桑蚕丝夏被 空调被 蚕丝被 薄被 可拆洗',
      description:
        '填的是两斤桐乡的长丝，手工拉了一百二十层，盖着像没有。外面一层棉纱，开空调的夜里刚刚好。侧面有拉链，打开就能看见丝。',
      points: ['桑蚕长丝', '手工拉棉', '侧开可验'],
      usage: '被芯不可水洗，阴凉处晾；外套可机洗。',
    },
    en: {
      name: 'Silk summer quilt',
      title: 'Mulberry silk summer quilt, light, with removable cover',
      description:
        'One kilo of long Tongxiang silk pulled by hand into 120 layers; it weighs like nothing. A cotton gauze outside makes it right for nights with a fan or air conditioning. Open the zip at the side and look at the silk.',
      points: ['Long mulberry silk', 'Pulled by hand', 'Zip to see inside'],
      usage: 'Do not wash the filling, air it in the shade; cover machine-washable.',
    },
    tags: ['summer', 'gift'],
    attributes: { fabric: 'silk', weave: ['棉纱外套', 'Cotton gauze cover'], care: 'dry' },
    options: [['尺寸', 'Size']],
    variants: [
      { sku: '150', is: [['150×200 cm', '150×200 cm']], price: 468_00, cost: 205_00, grams: 1300 },
      { sku: '200', is: [['200×230 cm', '200×230 cm']], price: 668_00, cost: 301_00, was: 728_00, grams: 1900 },
    ],
    picture: { form: 'foldedStack', style: 'quilt', colour: 'paper', material: 'quilted', count: 1 },
    views: ['close'],
  },
  {
    code: 'BED-003',
    slug: 'buckwheat-pillow',
    label: 'mianyue',
    zh: {
      name: '荞麦枕',
      title: '荞麦枕 荞麦皮枕头 可调高度 护颈 棉麻枕套',
      description:
        '陕北的甜荞皮筛过三遍，没有碎屑，翻身时沙沙地响。拉链打开可以自己加减，调到脖子喜欢的高度。枕套是棉麻的，夏天不贴脸。',
      points: ['三筛净壳', '高低自己调', '透气'],
      usage: '枕芯每月晒两小时；枕套可机洗，枕芯勿水洗。',
    },
    en: {
      name: 'Buckwheat pillow',
      title: 'Buckwheat hull pillow, adjustable height, cotton and linen cover',
      description:
        'Hulls of sweet buckwheat sieved three times, no dust, a soft rustle when you turn. Open the zip and add or take until your neck agrees. The cotton and linen cover stays off the face in summer.',
      points: ['Sieved three times', 'Set your own height', 'Breathes'],
      usage: 'Sun the filling two hours a month; only the cover is washed.',
    },
    tags: ['summer', 'everyday'],
    attributes: { fabric: 'cotton-linen', weave: ['平纹', 'Plain weave'], care: 'machine' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'NAT', is: [['本白', 'Natural']], price: 89_00, cost: 34_00, grams: 2100, look: { colour: 'paper' } },
      { sku: 'INDIGO', is: [['靛蓝', 'Indigo']], price: 95_00, cost: 37_00, grams: 2100, look: { colour: 'indigo' } },
    ],
    picture: { form: 'pillow', colour: 'paper', material: 'linen' },
  },
  {
    code: 'BED-004',
    slug: 'linen-duvet-cover',
    label: 'mianyue',
    zh: {
      name: '亚麻被套',
      title: '亚麻被套 法国亚麻 单件 凉感 砂洗',
      description:
        '法国诺曼底的麻，在南通织，砂洗到不扎人。夏天凉，冬天反而不冰，越洗越亮。扣子是椰壳磨的，每只颜色深浅不一。',
      points: ['长纤亚麻', '砂洗不扎', '椰壳扣'],
      usage: '30 ℃ 轻柔机洗，晾到八成干收起最平整。',
    },
    en: {
      name: 'Linen duvet cover',
      title: 'Linen duvet cover, French flax, sand-washed',
      description:
        'Flax from Normandy, woven in Nantong and sand-washed until nothing scratches. Cool in summer, never icy in winter, brighter with each wash. The buttons are coconut shell, no two the same brown.',
      points: ['Long-fibre flax', 'Sand-washed soft', 'Coconut buttons'],
      usage: 'Gentle wash at 30 °C; fold when nearly dry.',
    },
    tags: ['summer', 'limited'],
    attributes: { fabric: 'linen', weave: ['平纹砂洗', 'Plain, sand-washed'], care: 'machine' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'FLAX', is: [['麻本色', 'Flax']], price: 528_00, cost: 239_00, grams: 1500, look: { colour: 'sand' } },
      {
        sku: 'SAGE',
        is: [['鼠尾草', 'Sage']],
        price: 528_00,
        cost: 239_00,
        was: 598_00,
        grams: 1500,
        look: { colour: 'sage' },
      },
    ],
    picture: { form: 'foldedStack', style: 'buttons', colour: 'sand', material: 'linen', count: 2 },
    views: ['close'],
  },
  {
    code: 'BED-005',
    slug: 'mattress-topper-cotton',
    label: 'mianyue',
    zh: {
      name: '棉花软垫',
      title: '棉花软垫 床褥 新疆长绒棉 可折叠 宿舍',
      description:
        '六斤新疆长绒棉手工纳成一床，针脚隔十五厘米一道，不结块。白天卷起来绑好就是一只靠枕，出租屋和客房都方便。',
      points: ['长绒棉手纳', '不结块', '卷起来就收好'],
      usage: '常晒，拍打蓬松；不可水洗，请配床笠使用。',
    },
    en: {
      name: 'Cotton topper',
      title: 'Cotton mattress topper, Xinjiang long-staple, rolls up',
      description:
        'Three kilos of long-staple cotton quilted by hand, a line of stitches every fifteen centimetres so it never lumps. Rolled and tied by day it is a bolster: good for rented rooms and guests.',
      points: ['Quilted by hand', 'Does not lump', 'Rolls away'],
      usage: 'Sun often and beat; do not wash, use with a fitted sheet.',
    },
    tags: ['small-home', 'winter'],
    attributes: { fabric: 'cotton', weave: ['斜纹面', 'Twill face'], care: 'dry' },
    flags: { oversize: true },
    options: [['尺寸', 'Size']],
    variants: [
      { sku: '90', is: [['90×200 cm', '90×200 cm']], price: 258_00, cost: 116_00, grams: 3200 },
      { sku: '150', is: [['150×200 cm', '150×200 cm']], price: 388_00, cost: 178_00, grams: 5100 },
    ],
    picture: { form: 'rolled', colour: 'cream', accent: 'oat', material: 'quilted' },
  },
]
