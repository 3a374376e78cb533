import { texts } from '#kernel/text'

export const shopsPageText = texts({
  title: { zh: '店铺', en: 'Shops' },
  empty: { zh: '还没有店铺', en: 'No shops yet' },
  about: {
    zh: '平台上的店铺：各有自己的商品、库存、订单和账；平台自己的店铺在首页',
    en: 'The shops of the platform: each has its goods, stock, orders and books. The platform’s own answers at the front page',
  },
  'about.own': {
    zh: '顾客看到的本店名称和介绍',
    en: 'What shoppers read of this shop',
  },
  open: { zh: '开店', en: 'Open a shop' },
  'open.hint': {
    zh: '会建好常用角色，并为店主生成只显示一次的临时密码；币种和时区与平台相同。接着由店主开仓库、上架商品。',
    en: 'It comes with the usual roles and a temporary password for its owner, shown once, in the platform’s currency and time zone. The owner then opens a warehouse and lists goods.',
  },
  name: { zh: '名称', en: 'Name' },
  'name.zh': { zh: '中文名称', en: 'Name in Chinese' },
  'name.en': { zh: '英文名称', en: 'Name in English' },
  introduction: { zh: '中文介绍', en: 'Introduction in Chinese' },
  'introduction.en': { zh: '英文介绍', en: 'Introduction in English' },
  code: { zh: '代码（网址用）', en: 'Code, as in the address' },
  'code.rule': { zh: '小写字母、数字和短横线，2 到 40 位', en: 'Small letters, digits and -, 2 to 40' },
  mode: { zh: '经营方式', en: 'Trades as' },
  'mode.hint': { zh: '由平台决定', en: 'The platform says so' },
  platform: { zh: '平台', en: 'platform' },
  demo: { zh: '演示', en: 'demo' },
  opened: { zh: '开店时间', en: 'Opened' },
  money: { zh: '币种与时区', en: 'Currency and zone' },
  owner: { zh: '店主姓名', en: 'Owner’s name' },
  'owner.user-name': { zh: '店主用户名', en: 'Owner’s user name' },
  actions: { zh: '操作', en: 'Actions' },
  change: { zh: '修改', en: 'Change' },
  'change.title': { zh: '修改“{name}”', en: 'Change “{name}”' },
  required: { zh: '请填写', en: 'Please fill this in' },
})
