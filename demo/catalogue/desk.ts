import type { ProductSheet } from './sheet.ts'

export const desk: readonly ProductSheet[] = [
  {
    code: 'DSK-001',
    slug: 'brass-fountain-pen',
    label: 'muge',
    zh: {
      name: '铜管钢笔',
      title: '铜管钢笔 黄铜 练字 EF尖 F尖 墨囊 礼物',
      description:
        '一根黄铜管车出来的，三十一克，拿在手里有下坠的安稳。尖调得偏软，写小字不刮纸。用久了会包浆，每个人的颜色不同。',
      points: ['黄铜一体车制', '尖软不刮', '会包浆'],
      usage: '通用短墨囊，附吸墨器；久不用请洗净。',
    },
    en: {
      name: 'Brass fountain pen',
      title: 'Brass fountain pen, EF or F nib, with converter',
      description:
        'Turned from one brass tube; thirty-one grams that settle in the hand. The nib is tuned a little soft and does not scratch in small writing. It takes on a patina, different for everyone.',
      points: ['Turned from brass', 'Soft nib', 'Patina of your own'],
      usage: 'Standard short cartridges, converter included; rinse before a long rest.',
    },
    tags: ['gift', 'desk', 'favourite'],
    attributes: { material: ['黄铜', 'Brass'], measures: ['136 mm，31 g', '136 mm, 31 g'] },
    flags: { valuableSmall: true, warrantyMonths: 12 },
    options: [['笔尖', 'Nib']],
    variants: [
      { sku: 'EF', is: [['EF 细', 'EF, extra fine']], price: 198_00, cost: 82_00, grams: 95 },
      { sku: 'F', is: [['F 中细', 'F, fine']], price: 198_00, cost: 82_00, was: 228_00, grams: 95 },
    ],
    picture: { form: 'pen', style: 'fountain', colour: 'brass', material: 'metal' },
    views: ['scene'],
  },
  {
    code: 'DSK-002',
    slug: 'cedar-pencils',
    label: 'muge',
    zh: {
      name: '裸木铅笔',
      title: '裸木铅笔 HB 2B 雪松 不上漆 12支',
      description:
        '雪松木不上漆，削的时候一屋子木香。六角的棱磨圆了一点，握久不硌。尾巴蘸了一截颜色，方便分清 HB 和 2B。',
      points: ['雪松原木', '圆棱不硌', '蘸色分号'],
      usage: '建议手动削笔，笔芯更不易断。',
    },
    en: {
      name: 'Bare cedar pencils',
      title: 'Bare cedar pencils, HB and 2B, unvarnished, box of twelve',
      description:
        'No varnish on the cedar, so sharpening scents the room. The six edges are rounded a little for long hours. The ends are dipped in colour to tell HB from 2B.',
      points: ['Real cedar', 'Rounded edges', 'Dipped by grade'],
      usage: 'Sharpen by hand for a stronger point.',
    },
    tags: ['desk', 'everyday'],
    attributes: { material: ['雪松木、石墨', 'Cedar, graphite'], measures: ['175 mm', '175 mm'] },
    options: [['硬度', 'Grade']],
    variants: [
      { sku: 'HB', is: [['HB', 'HB']], price: 36_00, cost: 12_00, grams: 90, look: { accent: 'cinnabar' } },
      { sku: '2B', is: [['2B', '2B']], price: 36_00, cost: 12_00, grams: 90, look: { accent: 'pine' } },
    ],
    picture: { form: 'pencils', colour: 'cedar', accent: 'cinnabar', count: 12 },
  },
  {
    code: 'DSK-003',
    slug: 'small-regular-brush',
    label: 'muge',
    zh: {
      name: '小楷狼毫笔',
      title: '小楷狼毫笔 毛笔 抄经 书法 湖笔 竹杆',
      description:
        '湖州老师傅扎的笔头，黄狼尾，锋颖齐，弹性好。竹杆选了一年的紫竹，轻。写心经、写信封、画一点兰草都合适。',
      points: ['湖州手工', '锋齐有弹性', '紫竹杆'],
      usage: '初用冷水化开三分之二；用后洗净理顺，笔尖朝下挂。',
    },
    en: {
      name: 'Small regular-script brush',
      title: 'Small regular-script brush, weasel hair, bamboo handle, calligraphy',
      description:
        'Bound by an old master in Huzhou from weasel tail: an even point with spring. The handle is light one-year black bamboo. For copying sutras, addressing envelopes, a little orchid.',
      points: ['Made in Huzhou', 'An even, springy point', 'Black bamboo'],
      usage: 'Soften two thirds in cold water; rinse, shape and hang point down.',
    },
    tags: ['handmade', 'solo'],
    attributes: { material: ['狼毫、紫竹', 'Weasel hair, bamboo'], measures: ['260 mm', '260 mm'] },
    variants: [{ price: 68_00, cost: 26_00, grams: 30 }],
    picture: { form: 'brushes', colour: 'walnut', accent: 'cream', count: 3 },
  },
  {
    code: 'DSK-004',
    slug: 'walnut-desk-tray',
    label: 'muge',
    zh: {
      name: '榫卯文具盘',
      title: '榫卯文具盘 桌面收纳 笔盘 黑胡桃 钥匙盘',
      description: '四角是燕尾榫，没有一颗钉子。放两支笔、一块橡皮、今晚的车票。底下贴了羊毛毡，推来推去不响。',
      points: ['燕尾榫', '羊毛毡底', '桌面不乱'],
      usage: '干布擦拭；每年一次木蜡油。',
    },
    en: {
      name: 'Dovetail desk tray',
      title: 'Dovetail walnut desk tray for pens and keys',
      description:
        'Dovetailed at the corners, not one nail. Room for two pens, an eraser and tonight’s ticket. Wool felt below, so it moves in silence.',
      points: ['Dovetailed', 'Wool felt base', 'A quiet desk'],
      usage: 'Dry cloth; oil once a year.',
    },
    tags: ['desk', 'gift'],
    attributes: { material: ['黑胡桃、羊毛毡', 'Walnut, wool felt'], measures: ['240×100×25 mm', '240×100×25 mm'] },
    options: [['木材', 'Wood']],
    variants: [
      { sku: 'WALNUT', is: [['黑胡桃', 'Walnut']], price: 118_00, cost: 47_00, grams: 360, look: { colour: 'walnut' } },
      {
        sku: 'OAK',
        is: [['白橡', 'White oak']],
        price: 98_00,
        cost: 39_00,
        was: 108_00,
        grams: 340,
        look: { colour: 'oak' },
      },
    ],
    picture: { form: 'deskTray', colour: 'walnut', accent: 'slate', material: 'wood' },
    views: ['above'],
  },
  {
    code: 'DSK-005',
    slug: 'mountain-paperweights',
    label: 'sutai',
    zh: {
      name: '山形镇纸',
      title: '山形镇纸 陶瓷 书镇 读书 桌面摆件 一对',
      description:
        '两座小山，一高一矮，底下灌了铁砂，压得住风扇。看书时一边一座，书就不会自己合上。也可以什么都不压，就放着看。',
      points: ['一高一矮', '铁砂配重', '毡底不划'],
      usage: '轻拿轻放，湿布擦拭。',
    },
    en: {
      name: 'Mountain paperweights',
      title: 'Mountain ceramic paperweights, pair for books and paper',
      description:
        'Two small mountains, one high, one low, filled with iron sand against the fan. One on each side and a book stays open. Or hold nothing down, and just be looked at.',
      points: ['One high, one low', 'Iron sand inside', 'Felt below'],
      usage: 'Handle gently; wipe damp.',
    },
    tags: ['desk', 'handmade', 'new'],
    attributes: { material: ['陶瓷', 'Ceramic'], measures: ['110×45 mm', '110×45 mm'] },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'TEAL', is: [['黛青', 'Deep teal']], price: 78_00, cost: 28_00, grams: 520, look: { colour: 'teal' } },
      { sku: 'PAPER', is: [['雪白', 'Snow']], price: 78_00, cost: 28_00, grams: 520, look: { colour: 'paper' } },
    ],
    picture: { form: 'mountains', colour: 'teal', material: 'glaze' },
  },
]
