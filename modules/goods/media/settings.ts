import { declareSettings, pixelsSetting, pointsSetting, switchSetting, textSetting } from '#platform/settings'

const side = (initial: number, zh: string, en: string) =>
  pixelsSetting(initial, {
    zh: `${zh}图片的最短边`,
    en: `Shorter side of a picture for ${en}, at least`,
    owner: 'goods',
    source: 'CAT-08',
  })
const ratios = (initial: string, zh: string, en: string) =>
  textSetting(initial, {
    zh: `${zh}主图的宽高比（逗号分隔，如 1:1,3:4；留空不限）`,
    en: `Shapes of a main picture for ${en} (width:height, comma separated; empty: any)`,
    owner: 'goods',
    source: 'CAT-08',
  })

/** What the platforms ask of pictures, as far as their sellers' guides agree; which of them count is said in `screening.platforms`. */
export const mediaSettings = declareSettings('media', {
  shopSide: side(600, '本店', 'our shop'),
  shopRatios: ratios('1:1,3:4', '本店', 'our shop'),
  taobaoSide: side(800, '淘宝', 'Taobao'),
  taobaoRatios: ratios('1:1,3:4', '淘宝', 'Taobao'),
  jdSide: side(800, '京东', 'JD'),
  jdRatios: ratios('1:1', '京东', 'JD'),
  pinduoduoSide: side(480, '拼多多', 'Pinduoduo'),
  pinduoduoRatios: ratios('1:1', '拼多多', 'Pinduoduo'),
  douyinSide: side(600, '抖音', 'Douyin'),
  douyinRatios: ratios('1:1,3:4', '抖音', 'Douyin'),
  leastSharpness: pointsSetting(35, {
    zh: '图片清晰度下限（拉普拉斯标准差 × 100；0 为不检查）',
    en: 'Least sharpness of a picture (deviation of its Laplacian × 100; 0: not judged)',
    owner: 'goods',
    source: 'CAT-08',
  }),
  rulesBlock: switchSetting(false, {
    zh: '图片不合规则时不能上架',
    en: 'Pictures that break the rules keep a listing from sale',
    owner: 'goods',
    source: 'CAT-08',
  }),
})
