import { texts } from '#kernel/text'

export const orderImportText = texts({
  'order_import.payment_other': {
    zh: '付款状态“{value}”的订单不能导入，只接收已付款和未付款的',
    en: 'Orders that are “{value}” cannot be taken over, only paid and unpaid ones',
  },
  'order_import.shipped_already': {
    zh: '发货状态“{value}”：只接收还没有发货的订单',
    en: 'Fulfilment is “{value}”: only orders that still have to be sent are taken over',
  },
  'order_import.cancelled': { zh: '订单已在原系统取消', en: 'The order was cancelled in the other system' },
  'order_import.other_currency': {
    zh: '币种“{value}”不是店铺的币种 {currency}',
    en: 'The shop sells in {currency}, not in {value}',
  },
  'order_import.total_differs': {
    zh: '商品金额减优惠加运费不等于应付金额“{value}”',
    en: 'Goods less discount plus freight are not the total “{value}”',
  },
  'order_import.tax_on_top': {
    zh: '税额另计的订单不能导入：我们的价格都含税',
    en: 'Orders with tax on top cannot be taken over: our prices include tax',
  },
  'order_import.abroad': { zh: '暂不支持寄往“{value}”', en: 'Orders to “{value}” cannot be sent' },
  'order_import.buyer_phone_missing': {
    zh: '缺少买家手机号：收货电话不是手机时请填“买家手机”',
    en: 'The buyer’s mobile number is missing. Give it where the recipient has a landline',
  },
  'order_import.number_twice': {
    zh: '订单“{value}”的行不连续或已在文件前面出现过',
    en: 'The order “{value}” stands in the file twice',
  },
  'order_import.taken_back': { zh: '撤销导入', en: 'Import taken back' },
  'order_import.cancelled_since': { zh: '订单之前已取消', en: 'The order was cancelled already' },
  'order_import.worked_on': {
    zh: '导入之后有人处理过这个订单，保持现状',
    en: 'Somebody has worked on the order since, so it stays',
  },
  'order_import.paid_here': {
    zh: '买家已在这里发起付款，保持现状；需要时请取消订单',
    en: 'Its buyer has begun to pay here, so it stays. Cancel it where needed',
  },
  'order_import.being_sent': {
    zh: '仓库已经开始拣货或已发货，保持现状',
    en: 'The warehouse is picking it or has sent it, so it stays',
  },
})
