import type { ScreenRule, Severity, WordKind } from './model.ts'

interface Group {
  readonly kind: WordKind
  readonly severity: Severity
  readonly reason: ScreenRule['reason']
  /** A word, and after a bar the phrases in which it is harmless. */
  readonly words: string
}

/**
 * What Chinese law and the marketplaces keep out of listings, as far as words can tell. A shop may soften, silence or add.
 * Sources: 广告法 (2021) art. 9 (3) superlatives, art. 9 (2) and 商标法 art. 10 and 14 state and well-known marks, art. 17
 * medical terms outside medicine, art. 9 (8) superstition; 网络交易监督管理办法 art. 11 and the marketplaces' lists of
 * prohibited goods (淘宝违禁信息管理规则, 京东禁售商品管理规则).
 */
const groups: readonly Group[] = [
  {
    kind: 'absolute',
    severity: 'block',
    reason: {
      zh: '广告法第九条第三项禁用的极限用语',
      en: 'a superlative that article 9 (3) of the Advertising Law forbids',
    },
    words:
      '国家级 世界级 宇宙级 最高级 最佳 顶级 顶尖 极品 极致之选 第一品牌 全国第一 全网第一 世界第一 行业第一 销量第一 排名第一 销量冠军 最强 最优 最先进 最顶级 最低价 全网最低 史上最低 独一无二 绝无仅有 史无前例 前无古人 万能神器 百分之百有效 100%有效 零风险 永不过时',
  },
  {
    kind: 'absolute',
    severity: 'warn',
    reason: {
      zh: '可能被认定为极限用语，请核实或改写',
      en: 'may count as a superlative: prove it or say it otherwise',
    },
    words:
      '第一|第一次|第一步|第一遍|第一晚|第一天|第一茬|第一泡|第一口|第一时间|第一杯|第一人称 唯一|唯一码|唯一编号 首选 独家 王牌 领先 绝对 永久 最好|最好手洗|最好先|最好在|最好吃 最低|最低温 最便宜 最新款 纯天然 零添加 无添加',
  },
  {
    kind: 'privilege',
    severity: 'block',
    reason: {
      zh: '广告法第九条、商标法第十条与第十四条：不得借国家机关、特供或驰名商标宣传',
      en: 'no advertising with state bodies, privileged supply or well-known marks (Advertising Law 9, Trademark Law 10 and 14)',
    },
    words: '特供 专供中南海 人民大会堂 国宴用 国家领导人 中南海 国家机关专用 军队特供 国家免检 驰名商标 国旗 国徽',
  },
  {
    kind: 'medical',
    severity: 'block',
    reason: {
      zh: '广告法第十七条：非医疗药品不得使用医疗用语',
      en: 'medical terms are for medicine only (Advertising Law 17)',
    },
    words:
      '治疗 治愈 根治 疗效 药到病除 包治百病 抗癌 防癌 抗肿瘤 降血压 降血糖 降血脂 壮阳 补肾壮阳 消炎 镇痛 祛病 替代药物 医院同款处方',
  },
  {
    kind: 'medical',
    severity: 'warn',
    reason: { zh: '可能涉及医疗或保健功效，须有批准文号', en: 'may claim an effect on health that needs an approval' },
    words: '排毒 减肥 瘦身 增强免疫力 提高免疫力 特效 抗衰老 生发 丰胸 助眠神器',
  },
  {
    kind: 'superstition',
    severity: 'warn',
    reason: {
      zh: '广告法第九条第八项：不得含有迷信内容',
      en: 'superstition has no place in advertising (Advertising Law 9 (8))',
    },
    words: '算命 招财转运 转运 辟邪 驱邪 开光 镇宅 改运',
  },
  {
    kind: 'prohibited_goods',
    severity: 'block',
    reason: { zh: '法律与平台规则禁止网上销售', en: 'may not be sold online by law and by every marketplace' },
    words:
      '枪支 仿真枪 弹药 军用弩 管制刀具 烟花爆竹 雷管 电子烟 卷烟 香烟|香烟缭绕|一缕香烟|袅袅香烟 处方药 麻醉药 精神药品 毒品 罂粟 大麻 迷药 象牙 犀牛角 穿山甲 虎骨 野生动物制品 窃听器 针孔摄像头 偷拍 假币 假证 代开发票 翻墙软件 赌博 私彩 人体器官 血液制品 制式军服 剧毒 氰化',
  },
]

const read = (entry: string): Pick<ScreenRule, 'word' | 'exceptions'> => {
  const [word, ...exceptions] = entry.split('|') as [string, ...string[]]
  return { word, exceptions }
}

/** The rules every shop starts with. */
export const dictionary: readonly ScreenRule[] = groups.flatMap(({ words, ...group }) =>
  words.split(' ').map((entry): ScreenRule => ({ ...group, ...read(entry), platform: 'all' })),
)
