import type { Label, ShopBrand, Tag } from './model.ts'

export const shopBrand: ShopBrand = {
  slug: 'tingyan',
  name: { zh: '听檐', en: 'Tingyan' },
  slogan: { zh: '檐下听雨，慢慢过日子', en: 'Rain on the eaves, time for tea' },
  story: {
    zh: '听檐开在一条老街的尽头，屋檐低，雨天声音很好听。我们挑茶、烧碗、织布、做灯，都是自己家里天天在用的东西：不抢眼，耐看，坏了能修。',
    en: 'Tingyan began at the end of an old lane, under low eaves where rain sounds its best. We choose tea, fire bowls, weave cloth and make lamps that we use at home every day: quiet, good to look at for years, and easy to mend.',
  },
}

export const labels: readonly Label[] = [
  {
    slug: 'shanwu',
    name: { zh: '山坞', en: 'Shanwu' },
    story: { zh: '茶与吃食，从山坞里的小产区来。', en: 'Tea and good things to eat, from small growers in the hills.' },
  },
  {
    slug: 'sutai',
    name: { zh: '素胎', en: 'Sutai' },
    story: { zh: '陶瓷与器皿，留住泥土本来的样子。', en: 'Ceramics and vessels that still look like clay.' },
  },
  {
    slug: 'muge',
    name: { zh: '木格', en: 'Muge' },
    story: { zh: '厨房、灯与木作，尺寸都按小家来。', en: 'Kitchen, lamps and woodwork, sized for small homes.' },
  },
  {
    slug: 'mianyue',
    name: { zh: '棉月', en: 'Mianyue' },
    story: {
      zh: '床品、毛巾与包袋，棉麻为主，越洗越软。',
      en: 'Bedding, towels and bags in cotton and linen that soften with washing.',
    },
  },
  {
    slug: 'caoxia',
    name: { zh: '草匣', en: 'Caoxia' },
    story: {
      zh: '香氛与洗护，一只木匣装得下的草木。',
      en: 'Fragrance and skincare: as many plants as fit in a wooden box.',
    },
  },
]

export const tags: readonly Tag[] = [
  { slug: 'gift', name: { zh: '送礼', en: 'Good gift' } },
  { slug: 'new', name: { zh: '新到', en: 'New in' } },
  { slug: 'favourite', name: { zh: '老顾客常买', en: 'Regulars’ favourite' } },
  { slug: 'handmade', name: { zh: '手作', en: 'Handmade' } },
  { slug: 'everyday', name: { zh: '日常', en: 'Everyday' } },
  { slug: 'limited', name: { zh: '少量', en: 'Small batch' } },
  { slug: 'small-home', name: { zh: '小户型', en: 'Small homes' } },
  { slug: 'guests', name: { zh: '待客', en: 'For guests' } },
  { slug: 'solo', name: { zh: '一个人', en: 'Time alone' } },
  { slug: 'desk', name: { zh: '书桌', en: 'At the desk' } },
  { slug: 'winter', name: { zh: '天冷用', en: 'Cold days' } },
  { slug: 'summer', name: { zh: '天热用', en: 'Warm days' } },
  { slug: 'gentle', name: { zh: '温和', en: 'Gentle' } },
]
