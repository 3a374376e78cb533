import type { ProductSheet } from './sheet.ts'

export const vasesPlants: readonly ProductSheet[] = [
  {
    code: 'VAS-001',
    slug: 'one-branch-vase',
    label: 'sutai',
    zh: {
      name: '一枝瓶',
      title: '一枝瓶 花瓶 陶瓷 单枝 插花 茶席 小口',
      description: '口小到只容一枝，所以不会插错。瓶身拉坯留着指痕，光斜着打过来才看见。配路边折的一根枝子就很好。',
      points: ['小口一枝正好', '手拉坯指痕', '不渗水'],
      usage: '插鲜枝隔天换水；长毛刷清洗。',
    },
    en: {
      name: 'One-branch vase',
      title: 'One-branch ceramic vase, narrow neck, for a single stem',
      description:
        'The mouth holds one branch only, so you cannot go wrong. The thrown body keeps the marks of fingers, seen when light falls sideways. A twig from the roadside suits it well.',
      points: ['One branch is right', 'Finger-thrown', 'Watertight'],
      usage: 'Change the water every other day; clean with a long brush.',
    },
    tags: ['favourite', 'handmade', 'gift'],
    attributes: { material: ['炻器', 'Stoneware'], height_cm: 19, suits: ['单枝、干枝', 'Single or dry stems'] },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'PAPER', is: [['雪白', 'Snow']], price: 88_00, cost: 32_00, grams: 540, look: { colour: 'paper' } },
      { sku: 'INK', is: [['墨黑', 'Ink']], price: 88_00, cost: 32_00, grams: 540, look: { colour: 'ink' } },
      {
        sku: 'CLAY',
        is: [['陶红', 'Clay']],
        price: 88_00,
        cost: 32_00,
        was: 98_00,
        grams: 540,
        look: { colour: 'clay' },
      },
    ],
    picture: { form: 'vase', style: 'bottle', colour: 'paper', material: 'matt', pattern: 'branch' },
    views: ['scene'],
  },
  {
    code: 'VAS-002',
    slug: 'moon-jar',
    label: 'sutai',
    zh: {
      name: '满月罐',
      title: '满月罐 大花瓶 白瓷 圆肚 客厅 摆件',
      description:
        '上下两只碗对接成一只罐，所以腰上有一道几乎看不见的线，圆得也不太准。白里透一点暖。空着放在窗边，比插花还好看。',
      points: ['两碗对接', '暖白釉', '空着也好看'],
      usage: '搬动请托底；软布擦拭。',
    },
    en: {
      name: 'Full moon jar',
      title: 'Full moon jar, large round white porcelain vase',
      description:
        'Two bowls joined rim to rim, so there is a line at the waist you hardly see and the round is not quite true. White with a little warmth. Empty by a window it looks better than with flowers.',
      points: ['Two bowls in one', 'Warm white', 'Good when empty'],
      usage: 'Carry from below; soft cloth.',
    },
    tags: ['limited', 'gift', 'guests'],
    attributes: { material: ['瓷', 'Porcelain'], height_cm: 28, suits: ['枝条、空置', 'Branches, or nothing'] },
    flags: { nonStandard: true },
    options: [['高度', 'Height']],
    variants: [
      { sku: '20', is: [['20 cm', '20 cm']], price: 238_00, cost: 99_00, grams: 1300, look: { size: 0.8 } },
      { sku: '28', is: [['28 cm', '28 cm']], price: 388_00, cost: 172_00, was: 438_00, grams: 2600 },
    ],
    picture: { form: 'vase', style: 'moon', colour: 'white', material: 'glaze' },
    views: ['scene'],
  },
  {
    code: 'VAS-003',
    slug: 'asparagus-fern-potted',
    label: 'shanwu',
    zh: {
      name: '文竹盆栽',
      title: '文竹盆栽 绿植 桌面 耐阴 带盆 好养',
      description:
        '一盆不到手掌高的文竹，养了两年，叶子像云一样一层层。喜欢散光，怕晒，土干了再浇。配素胎小盆，盆底有孔有托。',
      points: ['两年苗', '耐阴好养', '带盆带托'],
      usage: '三四天浇一次，每天喷水一次；避免直晒和暖气。',
    },
    en: {
      name: 'Potted asparagus fern',
      title: 'Potted asparagus fern, shade-loving desk plant with pot',
      description:
        'Hardly a palm high, two years old, its leaves in layers like cloud. It likes soft light, fears sun and drinks when the soil is dry. In a bare clay pot with hole and saucer.',
      points: ['Two years grown', 'Happy in shade', 'Pot and saucer'],
      usage: 'Water every three or four days, mist daily; no sun, no radiator.',
    },
    tags: ['desk', 'small-home', 'new'],
    attributes: {
      material: ['植物、素陶', 'Plant, bare clay'],
      height_cm: 22,
      suits: ['散光、书桌', 'Soft light, desk'],
    },
    flags: { perishable: true, nonStandard: true },
    variants: [{ price: 58_00, cost: 23_00, grams: 900 }],
    picture: { form: 'plant', style: 'fern', colour: 'clay', material: 'clay' },
    views: ['scene'],
  },
  {
    code: 'VAS-004',
    slug: 'snake-plant-planter',
    label: 'shanwu',
    zh: {
      name: '虎皮兰盆栽',
      title: '虎皮兰盆栽 绿植 客厅 懒人植物 带盆 落地',
      description: '半个月忘了浇也没关系，它自己会等。叶子直直的，放在沙发旁边像一排小人。盆是炻器，哑光，带一圈木托。',
      points: ['耐旱', '直立不占地', '木托防潮'],
      usage: '十到十五天浇透一次，冬天更少。',
    },
    en: {
      name: 'Snake plant in pot',
      title: 'Snake plant in stoneware pot, easy green for living room',
      description:
        'Forget it for half a month and it simply waits. The leaves stand up straight beside the sofa like a row of small people. The matt stoneware pot has a wooden saucer.',
      points: ['Bears thirst', 'Upright, little floor', 'Wooden saucer'],
      usage: 'Soak every ten to fifteen days, less in winter.',
    },
    tags: ['everyday', 'small-home'],
    attributes: {
      material: ['植物、炻器', 'Plant, stoneware'],
      height_cm: 45,
      suits: ['明亮、耐阴', 'Bright or shade'],
    },
    flags: { perishable: true, nonStandard: true, oversize: true },
    options: [['盆色', 'Pot']],
    variants: [
      {
        sku: 'PAPER',
        is: [['米白', 'Rice white']],
        price: 138_00,
        cost: 58_00,
        grams: 3800,
        look: { colour: 'paper' },
      },
      {
        sku: 'SLATE',
        is: [['石板灰', 'Slate']],
        price: 138_00,
        cost: 58_00,
        was: 158_00,
        grams: 3800,
        look: { colour: 'slate' },
      },
    ],
    picture: { form: 'plant', style: 'snake', colour: 'paper', accent: 'oak', material: 'matt' },
  },
  {
    code: 'VAS-005',
    slug: 'hanging-glass-vases',
    label: 'sutai',
    zh: {
      name: '水培小瓶三只',
      title: '水培小瓶三只 玻璃花瓶 绿萝 桌面 水养',
      description:
        '三只高矮不一的小玻璃瓶，底厚口窄，插一段绿萝就能活。根在水里慢慢长出来，孩子最爱看。洗碗机洗得干净。',
      points: ['三只不同', '看得见生根', '厚底不倒'],
      usage: '每周换水，放在明亮处。',
    },
    en: {
      name: 'Three rooting vases',
      title: 'Three small glass vases for cuttings and water plants',
      description:
        'Three small glasses of different height, heavy below and narrow above; a cutting of pothos will live in them. Roots grow slowly in the water, and children love to look. The dishwasher cleans them.',
      points: ['Three heights', 'Watch roots grow', 'Heavy base'],
      usage: 'Fresh water weekly, in a bright place.',
    },
    tags: ['desk', 'gift'],
    attributes: { material: ['玻璃', 'Glass'], height_cm: 12, suits: ['水培、小枝', 'Cuttings, small stems'] },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'CLEAR', is: [['透明', 'Clear']], price: 49_00, cost: 17_00, grams: 520, look: { colour: 'clear' } },
      {
        sku: 'GREEN',
        is: [['瓶绿', 'Bottle green']],
        price: 52_00,
        cost: 18_50,
        grams: 520,
        look: { colour: 'bottle' },
      },
    ],
    picture: { form: 'rootingVases', colour: 'clear', material: 'glass', count: 3 },
  },
]
