/**
 * What is right for a query, said without a look at any ranking: the kind of thing (`type`, the answers that readers gave for it before, or words of
 * the title), and what else it must be. What is of the kind and lacks the rest is related (1), as in the first set.
 */
export interface Rule {
  readonly kind: string
  readonly text: string
  /** The id of the query of the first set whose graded answers are the things of this kind. */
  readonly type?: string
  /** Titles that are exactly it. */
  readonly title?: RegExp
  /** Titles that are a good substitute. */
  readonly near?: RegExp
  /** Titles that only mention it. */
  readonly not?: RegExp
  readonly brand?: string
  /** What the title must claim besides. */
  readonly claim?: RegExp
  /** For men: what is for others is wrong. */
  readonly men?: true
  /** Yuan, both ends included. */
  readonly price?: readonly [number, number]
}

const types = {
  面膜: 'q001',
  口红: 'q002',
  眼霜: 'q003',
  洗面奶: 'q004',
  护手霜: 'q005',
  防晒霜: 'q006',
  爽肤水: 'q007',
  睫毛膏: 'q008',
  香水: 'q009',
  眉笔: 'q010',
  卸妆油: 'q011',
  粉底液: 'q012',
  精华: 'q109',
  水乳: 'q110',
  晚霜: 'q112',
  眼影: 'q113',
  隔离霜: 'q114',
  粉饼: 'q115',
  粉扑: 'q117',
  润唇膏: 'q016',
  散粉: 'q056',
  腮红: 'q057',
  沐浴露: 'q058',
  洗发水: 'q059',
  护发素: 'q060',
  身体乳: 'q062',
  遮瑕: 'q055',
  面霜: 'q126',
  男士套装: 'q102',
  礼盒: 'q101',
  彩妆套装: 'q100',
  小棕瓶: 'q041',
  小黑瓶: 'q042',
  神仙水: 'q043',
  敏感洁面: 'q026',
  黑眼圈: 'q029',
} as const
const of = (type: keyof typeof types) => ({ type: types[type] })

const sets = /套装|礼盒|套组|件套|组合|\+|＋/
const moist = /补水|保湿|滋润|水润|润泽|锁水|滋养/
const white = /美白|焕白|净白|皙白|嫩白|亮白|透白|雪白|晰白|沁白|臻白|幼白/
const wrinkles = /抗皱|去皱|祛皱|淡化细纹|细纹|抗老|抗衰|紧致|皱纹/
const gentle = /敏感|舒缓|舒护|温和|抗敏|舒颜|修护舒缓/
const oil = /控油|清爽|去油|祛油|油脂|抗油光/
const firm = /紧致|紧实|提拉|塑颜|紧颜/
const lasting = /持久|不晕染|防水|不脱|长效/
const cushion = { title: /气垫/, not: /粉扑$|空盒|替换芯$|粉盒$|唇油|口红/ }
const eyeliner = { title: /眼线/, near: /眼线.*(?:套装|组合)/, not: /套装|组合|眼影|眉粉|礼盒/ }
const mist = { title: /喷雾|大喷|小喷/, not: /防晒|止汗|隔离|润发|香氛|狐臭|套装|护发/ }
const balm = { title: /润唇膏|护唇膏|护唇|润唇/, not: /套装.*面|面霜|护手霜套/ }
const scrub = { title: /磨砂|去角质/, not: /洁面|洗面奶|面膜|爽肤水|套装|水$|精华/, near: /磨砂.*(?:洁面|洗面奶)/ }
const gloss = { title: /唇釉|唇彩|唇蜜|唇露|唇漆/, near: /口红|唇膏/, not: /润唇|护唇|套装/ }
const brushes = { title: /刷/, not: /含|附|带|赠|送|睫毛|套装|眉笔|唇|粉盒|牙/ }

export const rules: readonly Rule[] = [
  { kind: 'brand', text: 'SK-II', brand: 'SKII' },
  { kind: 'brand', text: 'estee', brand: '雅诗兰黛' },
  { kind: 'brand', text: 'Guerlain', brand: '娇兰' },
  { kind: 'brand', text: 'shu uemura', brand: '植村秀' },
  { kind: 'brand', text: 'aupres', brand: '欧珀莱' },
  { kind: 'brand', text: 'vichy 喷雾', brand: '薇姿', ...mist },
  { kind: 'brand', text: 'maxam 护手霜', brand: '美加净', ...of('护手霜') },
  { kind: 'brand', text: '欧莱雅男士', brand: '欧莱雅', men: true, title: /./ },
  { kind: 'brand', text: '欧莱雅 男 洗面奶', brand: '欧莱雅', men: true, ...of('洗面奶') },
  { kind: 'brand', text: '资生堂 sunscreen', brand: '资生堂', ...of('防晒霜') },
  { kind: 'brand', text: 'laneige气垫', brand: '兰芝', ...cushion },
  { kind: 'brand', text: 'nivea男士', brand: '妮维雅', men: true, title: /./ },

  { kind: 'category and claim', text: '敏感肌 爽肤水', ...of('爽肤水'), claim: gentle },
  { kind: 'category and claim', text: '保湿 面膜 补水', ...of('面膜'), claim: moist },
  { kind: 'category and claim', text: '美白 面膜', ...of('面膜'), claim: white },
  { kind: 'category and claim', text: '油皮 洗面奶', ...of('洗面奶'), claim: oil },
  { kind: 'category and claim', text: '抗皱 精华', ...of('精华'), claim: wrinkles },
  { kind: 'category and claim', text: '紧致面霜', ...of('面霜'), claim: firm },
  { kind: 'category and claim', text: '防水 睫毛膏', ...of('睫毛膏'), claim: /防水|不晕染|不易晕染|防晕染/ },
  { kind: 'category and claim', text: '去屑洗发水', ...of('洗发水'), claim: /去屑|去头屑|头屑/ },
  { kind: 'category and claim', text: '玻尿酸面膜', ...of('面膜'), claim: /玻尿酸|透明质酸/ },
  { kind: 'category and claim', text: '绿茶 洗面奶', ...of('洗面奶'), claim: /绿茶/ },
  { kind: 'category and claim', text: '控油散粉', ...of('散粉'), claim: oil },
  { kind: 'category and claim', text: '遮瑕粉底液', ...of('粉底液'), claim: /遮瑕/ },
  { kind: 'category and claim', text: '滋润护手霜', ...of('护手霜'), claim: moist },
  { kind: 'category and claim', text: '无酒精爽肤水', ...of('爽肤水'), claim: /无酒精|不含酒精|不添酒精/ },
  { kind: 'category and claim', text: '玫瑰 护手霜', ...of('护手霜'), claim: /玫瑰/ },
  { kind: 'category and claim', text: '淡化眼袋眼霜', ...of('眼霜'), claim: /眼袋/ },

  { kind: 'size or form', text: '精华 30毫升', ...of('精华'), claim: /(?<!\d)30\s*(?:ml|毫升)/i },
  { kind: 'size or form', text: '50克 面霜', ...of('面霜'), claim: /(?<!\d)50\s*(?:g|克)/i },
  { kind: 'size or form', text: '喷雾300ml', ...mist, claim: /300\s*ml/i },
  { kind: 'size or form', text: '700ml洗发水', ...of('洗发水'), claim: /700\s*ml/i },
  { kind: 'size or form', text: '面膜 5片装', ...of('面膜'), claim: /(?<!\d)5\s*(?:片|p|贴)/i },
  { kind: 'size or form', text: '眼霜15ml', ...of('眼霜'), claim: /(?<!\d)15\s*(?:ml|g)/i },
  {
    kind: 'size or form',
    text: '三件套护肤',
    title: /(?:三|3)件套|三部曲|3部曲/,
    near: /(?:四|4|五|5|六|6|两|2)件套/,
    not: /彩妆|唇|睫毛/,
  },
  { kind: 'size or form', text: '洗发水套装', ...of('洗发水'), claim: sets },
  { kind: 'size or form', text: 'spf30隔离霜', ...of('隔离霜'), claim: /spf\s*30/i },
  { kind: 'size or form', text: '防晒 PA+++', ...of('防晒霜'), claim: /pa\+\+\+/i },

  { kind: 'pinyin', text: 'jinghua', ...of('精华') },
  { kind: 'pinyin', text: 'ximiannai', ...of('洗面奶') },
  { kind: 'pinyin', text: 'shuangfushui', ...of('爽肤水') },
  { kind: 'pinyin', text: 'yanshuang', ...of('眼霜') },
  { kind: 'pinyin', text: 'meibaolian', brand: '美宝莲' },
  { kind: 'pinyin', text: 'oulaiya ximiannai', brand: '欧莱雅', ...of('洗面奶') },
  { kind: 'pinyin', text: 'ziran tang mianmo', brand: '自然堂', ...of('面膜') },
  { kind: 'pinyin', text: 'lanzhi气垫', brand: '兰芝', ...cushion },
  { kind: 'pinyin', text: 'fendiye', ...of('粉底液') },
  { kind: 'pinyin', text: 'meibai jinghua', ...of('精华'), claim: white },
  { kind: 'pinyin', text: 'xizhuangyou', ...of('卸妆油') },
  { kind: 'pinyin', text: 'geli', ...of('隔离霜') },

  { kind: 'initials', text: 'zrt', brand: '自然堂' },
  { kind: 'initials', text: 'xmn', ...of('洗面奶') },
  { kind: 'initials', text: 'fss', ...of('防晒霜') },
  { kind: 'initials', text: 'mbl', brand: '美宝莲' },
  { kind: 'initials', text: 'oly 洗发水', brand: '欧莱雅', ...of('洗发水') },
  { kind: 'initials', text: 'xzp', ...of('小棕瓶') },

  { kind: 'typo or homophone', text: '洗面乃', ...of('洗面奶') },
  { kind: 'typo or homophone', text: '爽服水', ...of('爽肤水') },
  { kind: 'typo or homophone', text: '精化液', ...of('精华') },
  { kind: 'typo or homophone', text: '佰草级 面膜', brand: '佰草集', ...of('面膜') },
  { kind: 'typo or homophone', text: '悦诗风银', brand: '悦诗风吟' },
  { kind: 'typo or homophone', text: '相宜本早', brand: '相宜本草' },
  { kind: 'typo or homophone', text: '雅诗兰代眼霜', brand: '雅诗兰黛', ...of('眼霜') },
  { kind: 'typo or homophone', text: '粉低液', ...of('粉底液') },
  { kind: 'typo or homophone', text: '防嗮霜', ...of('防晒霜') },
  { kind: 'typo or homophone', text: '妮维亚男士洗面奶', brand: '妮维雅', men: true, ...of('洗面奶') },
  { kind: 'typo or homophone', text: '隔离双', ...of('隔离霜') },
  { kind: 'typo or homophone', text: '散纷', ...of('散粉') },
  { kind: 'typo or homophone', text: 'clinque', brand: '倩碧' },
  { kind: 'typo or homophone', text: 'innisfre 面膜', brand: '悦诗风吟', ...of('面膜') },

  { kind: 'traditional', text: '潔面乳', ...of('洗面奶') },
  { kind: 'traditional', text: '氣墊粉底', ...cushion },
  { kind: 'traditional', text: '護髮素', ...of('护发素') },
  { kind: 'traditional', text: '歐萊雅洗髮水', brand: '欧莱雅', ...of('洗发水') },
  { kind: 'traditional', text: '資生堂 防曬', brand: '资生堂', ...of('防晒霜') },
  { kind: 'traditional', text: '眼線筆', ...eyeliner },
  { kind: 'traditional', text: '倩碧 黃油', title: /倩碧.*(?:黄油|特效润肤)/, near: /倩碧.*润肤乳/ },

  {
    kind: 'full width',
    text: 'ＢＢ霜',
    title: /bb霜|bb蜜|修颜霜|裸妆霜|ｂｂ霜/i,
    near: /cc霜|气垫bb/i,
    not: /卸bb|卸妆|粉扑|洁面/i,
  },
  { kind: 'full width', text: 'ＳＫ－ＩＩ　面膜', brand: 'SKII', ...of('面膜') },
  { kind: 'full width', text: '５０ｍｌ　精华', ...of('精华'), claim: /(?<!\d)50\s*(?:ml|毫升)/i },

  { kind: 'mixed', text: 'lancome眼霜', brand: '兰蔻', ...of('眼霜') },
  { kind: 'mixed', text: 'Olay 美白', brand: '玉兰油', title: white },
  { kind: 'mixed', text: 'cc霜 兰芝', brand: '兰芝', title: /cc霜|cc/i },
  { kind: 'mixed', text: 'bb cream', title: /bb霜|修颜霜|裸妆霜/i, near: /cc霜|气垫bb/i, not: /卸bb|卸妆|粉扑|洁面/i },
  { kind: 'mixed', text: 'Chando 冰肌水', brand: '自然堂', title: /冰肌水/, near: /冰肌/ },
  { kind: 'mixed', text: 'maybelline mascara', brand: '美宝莲', ...of('睫毛膏') },
  { kind: 'mixed', text: 'eye cream', ...of('眼霜') },

  { kind: 'question', text: '适合妈妈用的抗皱面霜', ...of('面霜'), claim: wrinkles },
  { kind: 'question', text: '油性皮肤用什么粉底液不容易脱妆', ...of('粉底液'), claim: /控油|持久|不脱|长效/ },
  { kind: 'question', text: '冬天嘴唇干裂用什么润唇膏好', ...balm },
  {
    kind: 'question',
    text: '想送女朋友一套口红礼盒',
    title: /(?:口红|唇膏|唇).*(?:礼盒|套装|套盒|组合)|(?:礼盒|套装).*(?:口红|唇膏)/,
    near: /口红/,
    not: /润唇|护手|面霜|水乳|眼唇|紧实/,
  },
  { kind: 'question', text: '男朋友脸上爱出油用哪款洗面奶', ...of('洗面奶'), men: true, claim: oil },
  { kind: 'question', text: '熬夜黑眼圈严重买什么眼霜', ...of('眼霜'), claim: /黑眼圈/ },
  {
    kind: 'question',
    text: '有没有温和不刺激的卸妆产品',
    title: /卸妆/,
    near: /洁颜油|洁肤液/,
    not: /39度温水卸妆|卸妆洁面|洗面奶/,
    claim: gentle,
  },
  { kind: 'question', text: '30岁用什么精华抗衰老比较好', ...of('精华'), claim: wrinkles },
  { kind: 'question', text: '换季皮肤敏感用的面膜', ...of('面膜'), claim: gentle },
  { kind: 'question', text: '夏天户外用的防晒喷雾', title: /防晒.*喷雾|喷雾.*防晒/, near: /防晒霜|防晒乳|防晒露/ },

  { kind: 'no right answer', text: '洗衣液' },
  { kind: 'no right answer', text: '猫粮' },
  { kind: 'no right answer', text: '蓝牙耳机' },
  { kind: 'no right answer', text: '电动牙刷' },
  { kind: 'no right answer', text: 'iphone 手机壳' },
  { kind: 'no right answer', text: '儿童书包' },
  { kind: 'rare', text: '指甲锉', title: /指甲锉|磨甲/ },
  { kind: 'rare', text: '止汗喷雾', title: /止汗.*喷雾|喷雾.*止汗|止汗|抑汗|爽身/ },
  { kind: 'rare', text: '睫毛夹', title: /睫毛夹(?!.*套装)(?<!套装.*)/, near: /睫毛夹/, not: /赠|送/ },
  { kind: 'rare', text: '古龙水', title: /古龙/, near: /男士.*香水/ },

  { kind: 'said otherwise', text: '洗头膏', ...of('洗发水') },
  { kind: 'said otherwise', text: '洗脸奶', ...of('洗面奶') },
  { kind: 'said otherwise', text: '脸霜', ...of('面霜') },
  { kind: 'said otherwise', text: '擦手霜', ...of('护手霜') },
  { kind: 'said otherwise', text: '沐浴皂液', ...of('沐浴露') },
  { kind: 'said otherwise', text: '睡眠面霜', ...of('晚霜'), near: /睡眠面膜/ },
  { kind: 'said otherwise', text: '唇蜜唇彩', ...gloss },
  { kind: 'said otherwise', text: '眉毛笔', ...of('眉笔') },
  { kind: 'said otherwise', text: '化妆刷子', ...brushes },
  {
    kind: 'said otherwise',
    text: '身体去角质',
    title: /身体.*(?:磨砂|去角质)|(?:磨砂|去角质).*身体/,
    near: /磨砂膏|磨砂霜/,
  },
  { kind: 'said otherwise', text: '脸部磨砂膏', ...scrub },
  { kind: 'said otherwise', text: '美白祛斑霜', ...of('面霜'), claim: /淡斑|祛斑|去斑|美白|色斑/ },
  { kind: 'said otherwise', text: '男士剃须后爽肤水', ...of('爽肤水'), men: true, claim: /须后/ },

  { kind: 'price', text: '100元以下 面膜', ...of('面膜'), price: [0, 100] },
  { kind: 'price', text: '200元以内的精华', ...of('精华'), price: [0, 200] },
  { kind: 'price', text: '50块以下护手霜', ...of('护手霜'), price: [0, 50] },
  { kind: 'price', text: '300到500元的眼霜', ...of('眼霜'), price: [300, 500] },

  { kind: 'word order', text: '面膜 补水 悦诗风吟', brand: '悦诗风吟', ...of('面膜'), claim: moist },
  { kind: 'word order', text: '洗面奶 男士 控油', ...of('洗面奶'), men: true, claim: oil },
  { kind: 'word order', text: '套装 礼盒 兰蔻', brand: '兰蔻', ...of('礼盒') },
  { kind: 'word order', text: '眼霜 抗皱 资生堂', brand: '资生堂', ...of('眼霜'), claim: wrinkles },
  { kind: 'word order', text: '持久 眼线笔 防水', ...eyeliner, claim: lasting },

  { kind: 'no spaces', text: '兰蔻小黑瓶精华', ...of('小黑瓶') },
  { kind: 'no spaces', text: '妮维雅男士控油洗面奶', brand: '妮维雅', men: true, ...of('洗面奶'), claim: oil },
  { kind: 'no spaces', text: 'esteelauder粉底液', brand: '雅诗兰黛', ...of('粉底液') },
  { kind: 'no spaces', text: 'skii神仙水', ...of('神仙水') },
  { kind: 'no spaces', text: '自然堂雪域冰肌水套装', brand: '自然堂', title: /雪域.*套装|冰肌.*套装/, near: /冰肌水/ },
  { kind: 'no spaces', text: '悦诗风吟绿茶洗面奶', brand: '悦诗风吟', ...of('洗面奶'), claim: /绿茶/ },
  { kind: 'no spaces', text: '薇姿温泉矿物水活精华液', brand: '薇姿', title: /水活.*精华液/, near: /薇姿.*精华/ },
  { kind: 'no spaces', text: '佰草集新七白面霜', brand: '佰草集', ...of('面霜'), claim: /七白/ },
]
