import type { ProductSheet } from './sheet.ts'

export const notebooks: readonly ProductSheet[] = [
  {
    code: 'NTB-001',
    slug: 'linen-cover-notebook',
    label: 'muge',
    zh: {
      name: '布面笔记本',
      title: '布面笔记本 A5 点阵 钢笔不洇 可平摊 手账',
      description:
        '封面是亚麻布裱的，四角包得整齐。线装可以完全摊平，写到最里面一行也不用压着。纸偏黄一点点，钢笔不洇也不透。',
      points: ['线装可平摊', '钢笔不洇', '两根书签带'],
      usage: '首页有目录格，每页印有页码。',
    },
    en: {
      name: 'Linen notebook',
      title: 'Linen-bound A5 notebook, dot grid, fountain-pen friendly',
      description:
        'The cover is mounted in linen with neat corners. Thread binding opens flat, so you write the innermost line without a fight. The paper is faintly yellow and takes ink without bleeding.',
      points: ['Opens flat', 'No bleed', 'Two ribbons'],
      usage: 'Contents in front, every page numbered.',
    },
    tags: ['desk', 'favourite', 'gift'],
    attributes: {
      paper: ['100 g 米黄点阵', '100 g cream dot grid'],
      measures: ['A5，148×210 mm', 'A5, 148×210 mm'],
      pages: 192,
    },
    options: [['颜色', 'Colour']],
    variants: [
      { sku: 'OAT', is: [['燕麦', 'Oat']], price: 58_00, cost: 20_00, grams: 340, look: { colour: 'oat' } },
      { sku: 'PINE', is: [['松绿', 'Pine']], price: 58_00, cost: 20_00, grams: 340, look: { colour: 'pine' } },
      {
        sku: 'CINNABAR',
        is: [['朱砂', 'Cinnabar']],
        price: 58_00,
        cost: 20_00,
        grams: 340,
        look: { colour: 'cinnabar' },
      },
      {
        sku: 'INDIGO',
        is: [['靛蓝', 'Indigo']],
        price: 58_00,
        cost: 20_00,
        was: 66_00,
        grams: 340,
        look: { colour: 'indigo' },
      },
    ],
    picture: { form: 'notebook', colour: 'oat', accent: 'paper', material: 'linen' },
    views: ['scene'],
  },
  {
    code: 'NTB-002',
    slug: 'thread-bound-sketchbook',
    label: 'muge',
    zh: {
      name: '线装速写本',
      title: '线装速写本 素描本 裸脊 厚纸 水彩可用',
      description:
        '脊背不包，看得见红线一针一针穿过去。纸厚两百克，铅笔、墨、淡彩都接得住。书脊可以翻过三百六十度，站着也好画。',
      points: ['裸脊红线装', '200 克厚纸', '翻折 360 度'],
      usage: '湿画法建议用夹子固定四角。',
    },
    en: {
      name: 'Thread-bound sketchbook',
      title: 'Thread-bound sketchbook, open spine, heavy paper for pencil and wash',
      description:
        'The spine is left open so you can see the red thread go through, stitch by stitch. At 200 grams the paper takes pencil, ink and light washes. It folds all the way round for drawing on your feet.',
      points: ['Open spine, red thread', '200 g paper', 'Folds right round'],
      usage: 'Clip the corners for wet work.',
    },
    tags: ['handmade', 'desk'],
    attributes: { paper: ['200 g 细纹', '200 g fine grain'], measures: ['190×190 mm', '190×190 mm'], pages: 80 },
    variants: [{ price: 69_00, cost: 25_00, grams: 420 }],
    picture: { form: 'notebook', style: 'thread', colour: 'kraft', accent: 'cinnabar', material: 'paper' },
    views: ['close'],
  },
  {
    code: 'NTB-003',
    slug: 'letter-paper-set',
    label: 'muge',
    zh: {
      name: '竹影信笺套装',
      title: '竹影信笺套装 信纸信封 手写信 复古 竖格',
      description:
        '二十四张信纸、十二只信封，竖格淡得几乎看不见。角上印一枝竹影，用的是印书的木活字油墨。附一小块朱砂色火漆。',
      points: ['二十四纸十二封', '淡墨竖格', '附火漆'],
      usage: '火漆加热至融化后滴在封口，趁热压章。',
    },
    en: {
      name: 'Bamboo letter set',
      title: 'Bamboo letter paper set with envelopes and sealing wax',
      description:
        'Twenty-four sheets and twelve envelopes, ruled so faintly you hardly see it. A shadow of bamboo stands in the corner, printed in letterpress ink. A small stick of cinnabar wax is included.',
      points: ['24 sheets, 12 envelopes', 'Faint ruling', 'Sealing wax'],
      usage: 'Melt the wax on the flap and press while warm.',
    },
    tags: ['gift', 'solo'],
    attributes: { paper: ['80 g 竹浆纸', '80 g bamboo paper'], measures: ['150×210 mm', '150×210 mm'] },
    variants: [{ price: 49_00, cost: 16_00, was: 56_00, grams: 260 }],
    picture: { form: 'letterSet', colour: 'paper', accent: 'cinnabar', pattern: 'bamboo' },
    views: ['above'],
  },
  {
    code: 'NTB-004',
    slug: 'desk-calendar-2027',
    label: 'muge',
    zh: {
      name: '二十四节气台历 2027',
      title: '二十四节气台历 2027 桌面日历 木座 送礼',
      description:
        '一个节气一页，半个月换一次，不用天天撕。插图是两版木刻，红一版黑一版。木座是榉木边角料做的，用完这年明年换芯。',
      points: ['一个节气一页', '套色木刻', '木座可用多年'],
      usage: '木座通用，往后每年只换页芯。',
    },
    en: {
      name: 'Solar terms calendar 2027',
      title: 'Twenty-four solar terms desk calendar 2027 with wooden stand',
      description:
        'One page for each solar term, so you turn it every half month. The pictures are two-colour woodcuts, one block red, one black. The stand is beech offcuts and waits for next year’s pages.',
      points: ['A page for every term', 'Two-colour woodcut', 'A stand for years'],
      usage: 'Keep the stand; only the pages change.',
    },
    tags: ['desk', 'gift', 'new', 'limited'],
    attributes: { paper: ['300 g 棉纸', '300 g cotton paper'], measures: ['120×160 mm', '120×160 mm'], pages: 24 },
    options: [['配置', 'Choice']],
    variants: [
      { sku: 'FULL', is: [['含木座', 'With stand']], price: 88_00, cost: 33_00, grams: 420 },
      { sku: 'PAGES', is: [['仅页芯', 'Pages only']], price: 48_00, cost: 15_00, grams: 240 },
    ],
    picture: { form: 'calendar', colour: 'paper', accent: 'cinnabar', material: 'beech', label: '立春' },
  },
  {
    code: 'NTB-005',
    slug: 'washi-tape-seasons',
    label: 'muge',
    zh: {
      name: '四色和纸胶带',
      title: '四色和纸胶带 手账胶带 可撕 可写 套装',
      description: '四卷一组，颜色取自山、茶、泥、云。纸薄有韧劲，手撕得齐，揭下来不留胶。写字、标记、封信都用得上。',
      points: ['手撕齐整', '不留胶', '可以写字'],
      usage: '避光存放，颜色更持久。',
    },
    en: {
      name: 'Four paper tapes',
      title: 'Washi paper tape, set of four colours for journals and letters',
      description:
        'Four rolls in colours taken from hill, tea, clay and cloud. The paper is thin and strong, tears straight and lifts without glue. For writing on, marking and closing letters.',
      points: ['Tears straight', 'No residue', 'Takes a pen'],
      usage: 'Keep out of light and the colours last.',
    },
    tags: ['desk', 'everyday'],
    attributes: { paper: ['和纸', 'Washi'], measures: ['15 mm×7 m', '15 mm×7 m'] },
    options: [['配色', 'Palette']],
    variants: [
      { sku: 'HILL', is: [['山色', 'Hills']], price: 28_00, cost: 9_00, grams: 90, look: { style: 'hill' } },
      { sku: 'DUSK', is: [['暮色', 'Dusk']], price: 28_00, cost: 9_00, grams: 90, look: { style: 'dusk' } },
    ],
    picture: { form: 'tapes', style: 'hill', colour: 'sage', count: 4 },
  },
]
