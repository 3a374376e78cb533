import type { ProductSheet } from './sheet.ts'

export const lamps: readonly ProductSheet[] = [
  {
    code: 'LMP-001',
    slug: 'mushroom-bedside-lamp',
    label: 'muge',
    zh: {
      name: '小菇床头灯',
      title: '小菇床头灯 台灯 充电 触摸调光 卧室 夜读',
      description:
        '奶白的罩子像一朵刚撑开的蘑菇，光从下面漫出来，不刺眼。摸一下亮，再摸变暗，长按可以慢慢调。充满一次用四个晚上。',
      points: ['无极调光', '一充四晚', '不刺眼'],
      usage: 'USB-C 充电约三小时；罩面用微湿软布擦拭。',
    },
    en: {
      name: 'Little mushroom lamp',
      title: 'Little mushroom bedside lamp, rechargeable, touch dimming',
      description:
        'A milk-white shade like a mushroom just opened; the light spills from below and never stings. Touch for on, touch for dim, hold for anything between. One charge is four evenings.',
      points: ['Dims freely', 'Four evenings a charge', 'Soft on the eyes'],
      usage: 'Three hours on USB-C; wipe with a barely damp cloth.',
    },
    tags: ['favourite', 'gift', 'solo'],
    attributes: { material: ['奶白玻璃、金属', 'Opal glass, metal'], power_from: 'battery', watts: 5, kelvin: 2700 },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'CREAM', is: [['奶白', 'Cream']], price: 198_00, cost: 82_00, grams: 890, look: { colour: 'cream' } },
      { sku: 'CLAY', is: [['陶红', 'Clay']], price: 198_00, cost: 82_00, grams: 890, look: { colour: 'clay' } },
      {
        sku: 'PINE',
        is: [['松绿', 'Pine']],
        price: 198_00,
        cost: 82_00,
        was: 228_00,
        grams: 890,
        look: { colour: 'pine' },
      },
    ],
    picture: { form: 'tableLamp', style: 'mushroom', colour: 'cream', accent: 'cream' },
    views: ['scene'],
  },
  {
    code: 'LMP-002',
    slug: 'paper-moon-lantern',
    label: 'muge',
    zh: {
      name: '纸月灯',
      title: '纸月灯 和纸灯笼 落地小灯 氛围灯 客厅 玄关',
      description:
        '竹篾撑起一个不太圆的月亮，糊了两层楮皮纸。放在地上、矮柜上，墙就暖了一块。可以折平收起来，搬家不占地方。',
      points: ['楮皮纸手糊', '可折平', '光很软'],
      usage: '掸子轻扫；请用附带的 6 瓦灯泡。',
    },
    en: {
      name: 'Paper moon lantern',
      title: 'Paper moon lantern, mulberry paper floor and shelf lamp',
      description:
        'Bamboo ribs hold a moon that is not quite round, covered twice in mulberry paper. On the floor or a low cupboard it warms a piece of wall. It folds flat and moves house easily.',
      points: ['Papered by hand', 'Folds flat', 'Very soft light'],
      usage: 'Dust lightly; use the 6 W bulb supplied.',
    },
    tags: ['handmade', 'small-home'],
    attributes: { material: ['楮皮纸、竹', 'Mulberry paper, bamboo'], power_from: 'mains', watts: 6, kelvin: 2700 },
    flags: { nonStandard: true },
    options: [['直径', 'Diameter']],
    variants: [
      { sku: '30', is: [['30 cm', '30 cm']], price: 138_00, cost: 55_00, grams: 620 },
      { sku: '45', is: [['45 cm', '45 cm']], price: 188_00, cost: 77_00, grams: 880, look: { size: 1.2 } },
    ],
    picture: { form: 'lantern', colour: 'paper', accent: 'bamboo' },
    views: ['scene'],
  },
  {
    code: 'LMP-003',
    slug: 'study-desk-lamp',
    label: 'muge',
    zh: {
      name: '夜读台灯',
      title: '夜读台灯 学习灯 木臂 可调 护眼 书桌',
      description:
        '白橡木臂配一只小钢罩，关节拧得紧，推到哪里停在哪里。显色指数 95，看画册颜色不偏。底座上有一道槽，正好立手机。',
      points: ['木臂可调', '显色指数 95', '底座可立手机'],
      usage: '关节松动时用附带的内六角拧紧。',
    },
    en: {
      name: 'Night-reading lamp',
      title: 'Night-reading desk lamp, adjustable oak arm, true colours',
      description:
        'An arm of white oak and a small steel shade; the joints stay where you push them. A colour index of 95 keeps art books honest. A groove in the base holds a phone.',
      points: ['Adjustable oak arm', 'Colour index 95', 'Holds a phone'],
      usage: 'Tighten the joints with the key supplied.',
    },
    tags: ['desk', 'new'],
    attributes: { material: ['白橡、钢', 'White oak, steel'], power_from: 'mains', watts: 9, kelvin: 4000 },
    options: [['颜色', 'Colour']],
    variants: [
      {
        sku: 'WHITE',
        is: [['米白', 'Rice white']],
        price: 258_00,
        cost: 109_00,
        grams: 1650,
        look: { colour: 'paper' },
      },
      {
        sku: 'INK',
        is: [['墨黑', 'Ink']],
        price: 258_00,
        cost: 109_00,
        was: 298_00,
        grams: 1650,
        look: { colour: 'ink' },
      },
    ],
    picture: { form: 'deskLamp', colour: 'paper', accent: 'oak' },
  },
  {
    code: 'LMP-004',
    slug: 'pebble-night-light',
    label: 'muge',
    zh: {
      name: '卵石小夜灯',
      title: '卵石小夜灯 感应夜灯 磁吸 走廊 起夜',
      description: '鹅卵石大小，人来才亮，走了二十秒自己灭。背后有磁铁，贴在床腿、柜里都行。光调得很低，不会把人叫醒。',
      points: ['人来灯亮', '磁吸即贴', '低亮不扰眠'],
      usage: 'USB-C 充电，一次约用六周。',
    },
    en: {
      name: 'Pebble night light',
      title: 'Pebble night light with sensor and magnet for hall and cupboard',
      description:
        'The size of a pebble; it lights when you come and goes out twenty seconds after. A magnet behind it holds to a bed leg or inside a cupboard. Low enough to wake nobody.',
      points: ['Lights as you pass', 'Magnet', 'Wakes nobody'],
      usage: 'USB-C; one charge lasts about six weeks.',
    },
    tags: ['small-home', 'everyday'],
    attributes: { material: ['硅胶、ABS', 'Silicone, ABS'], power_from: 'usb', watts: 0.5, kelvin: 2400 },
    options: [['件数', 'Pieces']],
    variants: [
      { sku: '1', is: [['单只', 'One']], price: 45_00, cost: 16_00, grams: 110 },
      {
        sku: '3',
        is: [['三只装', 'Set of three']],
        price: 118_00,
        cost: 45_00,
        was: 135_00,
        grams: 310,
        look: { count: 3 },
      },
    ],
    picture: { form: 'nightLight', colour: 'cream', accent: 'oak', count: 1 },
  },
  {
    code: 'LMP-005',
    slug: 'bamboo-weave-lamp',
    label: 'muge',
    zh: {
      name: '竹编影灯',
      title: '竹编影灯 台灯 手工竹编 中式 茶室 氛围',
      description:
        '东阳的竹编师傅把篾丝剖到零点几毫米，编成一只鼓。点亮以后，墙上全是格子的影子。放在茶室角落，一盏就够。',
      points: ['东阳竹编', '满墙光影', '木底稳重'],
      usage: '避免潮湿与暴晒；掸尘即可。',
    },
    en: {
      name: 'Bamboo shadow lamp',
      title: 'Bamboo shadow table lamp, hand-woven, for tea room',
      description:
        'A weaver in Dongyang splits bamboo finer than a millimetre and weaves it into a drum. Lit, it throws a net over the wall. One in a corner of the tea room is enough.',
      points: ['Dongyang weaving', 'Shadows on the wall', 'Steady wooden base'],
      usage: 'Keep from damp and strong sun; dust only.',
    },
    tags: ['handmade', 'limited', 'guests'],
    attributes: { material: ['竹、榉木', 'Bamboo, beech'], power_from: 'mains', watts: 6, kelvin: 2700 },
    flags: { nonStandard: true },
    variants: [{ price: 328_00, cost: 146_00, grams: 1100 }],
    picture: { form: 'tableLamp', style: 'woven', colour: 'bamboo', accent: 'walnut' },
    views: ['close'],
  },
]
