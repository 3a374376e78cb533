import type { ProductSheet } from './sheet.ts'

export const throwsCushions: readonly ProductSheet[] = [
  {
    code: 'THR-001',
    slug: 'lambswool-throw',
    label: 'mianyue',
    zh: {
      name: '小羊毛盖毯',
      title: '小羊毛盖毯 沙发毯 午睡毯 披肩 流苏',
      description:
        '第一茬小羊毛，纱纺得松，盖上去先是轻，过一会儿才是暖。两头留着手打的流苏。沙发上、膝盖上、飞机上都用得着。',
      points: ['初剪羔羊毛', '轻而暖', '手打流苏'],
      usage: '专用洗涤剂冷水手洗，平铺晾干。',
    },
    en: {
      name: 'Lambswool throw',
      title: 'Lambswool throw, sofa and nap blanket with fringe',
      description:
        'First-clip lambswool, loosely spun: light at first touch, warm a moment later. Hand-knotted fringe at both ends. For the sofa, the knees and the plane.',
      points: ['First clip', 'Light and warm', 'Hand-knotted fringe'],
      usage: 'Hand wash cold with wool soap, dry flat.',
    },
    tags: ['winter', 'gift', 'favourite'],
    attributes: { fabric: 'wool', measures: ['130×180 cm', '130×180 cm'], care: 'hand' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'CREAM', is: [['奶白', 'Cream']], price: 358_00, cost: 158_00, grams: 780, look: { colour: 'cream' } },
      { sku: 'MOSS', is: [['苔绿', 'Moss']], price: 358_00, cost: 158_00, grams: 780, look: { colour: 'moss' } },
      {
        sku: 'PLUM',
        is: [['梅子', 'Plum']],
        price: 358_00,
        cost: 158_00,
        was: 398_00,
        grams: 780,
        look: { colour: 'plum' },
      },
    ],
    picture: { form: 'throw', style: 'fringe', colour: 'cream', material: 'wool' },
    views: ['close'],
  },
  {
    code: 'THR-002',
    slug: 'ginkgo-cushion',
    label: 'mianyue',
    zh: {
      name: '银杏靠垫',
      title: '银杏靠垫 抱枕 棉麻 刺绣 沙发靠枕',
      description:
        '棉麻底子上绣几片银杏叶，丝线的颜色从青到黄过渡了六次。四十五厘米见方，枕芯饱满，靠得住腰。拉链藏在侧边看不见。',
      points: ['六色渐变刺绣', '饱满枕芯', '隐形拉链'],
      usage: '外套翻面装网袋，30 ℃ 机洗。',
    },
    en: {
      name: 'Ginkgo cushion',
      title: 'Ginkgo cushion, embroidered cotton and linen sofa pillow',
      description:
        'A few ginkgo leaves on cotton and linen, the silk turning from green to yellow in six steps. Forty-five centimetres square and filled to hold your back. The zip hides in the seam.',
      points: ['Six-step embroidery', 'Full filling', 'Hidden zip'],
      usage: 'Cover inside out in a net, 30 °C.',
    },
    tags: ['new', 'gift'],
    attributes: { fabric: 'cotton-linen', measures: ['45×45 cm', '45×45 cm'], care: 'machine' },
    options: [['颜色', 'Colour']],
    variants: [
      {
        sku: 'OAT',
        is: [['燕麦', 'Oat']],
        price: 98_00,
        cost: 38_00,
        grams: 560,
        look: { colour: 'oat', accent: 'honey' },
      },
      {
        sku: 'SLATE',
        is: [['石板灰', 'Slate']],
        price: 98_00,
        cost: 38_00,
        grams: 560,
        look: { colour: 'slate', accent: 'honey' },
      },
    ],
    picture: { form: 'cushion', pattern: 'ginkgo', colour: 'oat', accent: 'honey', material: 'linen' },
    views: ['close'],
  },
  {
    code: 'THR-003',
    slug: 'corduroy-floor-cushion',
    label: 'mianyue',
    zh: {
      name: '灯芯绒蒲团',
      title: '灯芯绒蒲团 坐垫 圆形 榻榻米 打坐 飘窗',
      description:
        '直径五十五厘米，坐下去会慢慢陷一点，再托住。宽条灯芯绒耐坐，不起球。飘窗上放两只，下午就有地方喝茶了。',
      points: ['十二厘米厚', '宽条耐磨', '外套可拆洗'],
      usage: '外套 30 ℃ 机洗；内芯常拍打晾晒。',
    },
    en: {
      name: 'Corduroy floor cushion',
      title: 'Corduroy floor cushion, round seat pad for window and floor',
      description:
        'Fifty-five centimetres across: it gives a little, then holds. Wide-wale corduroy bears sitting and does not pill. Two on the window seat and there is a place for afternoon tea.',
      points: ['12 cm thick', 'Hard-wearing wale', 'Cover comes off'],
      usage: 'Cover at 30 °C; beat and sun the filling.',
    },
    tags: ['guests', 'small-home'],
    attributes: { fabric: 'cotton', measures: ['Φ55×12 cm', 'Ø55×12 cm'], care: 'machine' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'HONEY', is: [['姜黄', 'Ginger']], price: 128_00, cost: 52_00, grams: 1300, look: { colour: 'mustard' } },
      { sku: 'PINE', is: [['松绿', 'Pine']], price: 128_00, cost: 52_00, grams: 1300, look: { colour: 'pine' } },
      {
        sku: 'RUST',
        is: [['铁锈', 'Rust']],
        price: 128_00,
        cost: 52_00,
        was: 139_00,
        grams: 1300,
        look: { colour: 'terracotta' },
      },
    ],
    picture: { form: 'cushion', style: 'round', colour: 'mustard', material: 'corduroy' },
  },
  {
    code: 'THR-004',
    slug: 'waffle-summer-blanket',
    label: 'mianyue',
    zh: {
      name: '华夫格凉毯',
      title: '华夫格凉毯 纯棉毛巾毯 夏凉被 空调毯',
      description:
        '一格一格的小凹坑，贴着皮肤的只有一半，所以不闷。纯棉可机洗，晾两个小时就干。春秋当盖毯，夏天当被子。',
      points: ['凹凸透气', '两小时快干', '四季都用得上'],
      usage: '30 ℃ 机洗，可低温烘干。',
    },
    en: {
      name: 'Waffle blanket',
      title: 'Waffle cotton blanket, light summer cover',
      description:
        'Little pits all over, so only half of it touches your skin and nothing feels close. Pure cotton, into the machine and dry in two hours. A throw in spring, a quilt in summer.',
      points: ['Airy weave', 'Dry in two hours', 'All year round'],
      usage: '30 °C, tumble low.',
    },
    tags: ['summer', 'everyday'],
    attributes: { fabric: 'cotton', measures: ['150×200 cm', '150×200 cm'], care: 'machine' },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'WHITE', is: [['米白', 'Rice white']], price: 159_00, cost: 64_00, grams: 980, look: { colour: 'paper' } },
      {
        sku: 'SAGE',
        is: [['鼠尾草', 'Sage']],
        price: 159_00,
        cost: 64_00,
        was: 179_00,
        grams: 980,
        look: { colour: 'sage' },
      },
    ],
    picture: { form: 'throw', style: 'folded', colour: 'paper', material: 'waffle' },
    views: ['close'],
  },
  {
    code: 'THR-005',
    slug: 'jute-hall-rug',
    label: 'mianyue',
    zh: {
      name: '黄麻圆地垫',
      title: '黄麻圆地垫 编织地毯 玄关 圆形 手工',
      description:
        '黄麻搓成绳，一圈圈盘起来再缝，中间没有胶。脚踩上去有点粗，很醒脑。放在玄关、茶桌下面，灰抖一抖就干净。',
      points: ['手工盘编', '无胶', '双面可用'],
      usage: '抖灰或吸尘；受潮请晾干，勿水洗。',
    },
    en: {
      name: 'Round jute rug',
      title: 'Round jute rug, braided by hand for hall and tea table',
      description:
        'Jute twisted into rope, coiled and sewn, no glue at all. A little rough underfoot, which wakes you up. For the hall or under the tea table; shake it and it is clean.',
      points: ['Coiled by hand', 'No glue', 'Two sides'],
      usage: 'Shake or vacuum; let it dry if damp, do not wash.',
    },
    tags: ['handmade', 'everyday'],
    attributes: { fabric: 'jute', measures: ['Φ90 cm', 'Ø90 cm'], care: 'wipe' },
    flags: { nonStandard: true },
    options: [['直径', 'Diameter']],
    variants: [
      { sku: '60', is: [['60 cm', '60 cm']], price: 99_00, cost: 39_00, grams: 900 },
      { sku: '90', is: [['90 cm', '90 cm']], price: 188_00, cost: 79_00, grams: 2000 },
    ],
    picture: { form: 'rug', colour: 'sand', accent: 'walnut', material: 'rope' },
  },
]
