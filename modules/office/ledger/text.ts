import { texts } from '#kernel/text'

export const ledgerText = texts({
  'ledger.provider_clearing': { zh: '支付机构往来', en: 'Provider clearing' },
  'ledger.money_in_dispute': { zh: '拒付争议款', en: 'Money in dispute' },
  'ledger.chargebacks': { zh: '拒付损失', en: 'Chargebacks' },
  'ledger.cash_on_the_way': { zh: '在途代收货款', en: 'Cash to be collected' },
  'ledger.carrier_receivables': { zh: '应收快递代收款', en: 'Cash held by carriers' },
  'ledger.bank': { zh: '银行存款', en: 'Bank' },
  'ledger.goods_in_stock': { zh: '库存商品', en: 'Goods in stock' },
  'ledger.customer_deposits': { zh: '预收货款', en: 'Customer deposits' },
  'ledger.provider_fees_due': { zh: '待结算手续费', en: 'Provider fees due' },
  'ledger.payouts_due': { zh: '待付退款', en: 'Refunds to pay out' },
  'ledger.carrier_fees': { zh: '代收手续费', en: 'Fees for collecting cash' },
  'ledger.payment_differences': { zh: '收款差额', en: 'Payment differences' },
  'ledger.overpayments': { zh: '多收款', en: 'Overpayments' },
  'ledger.supplier_payables': { zh: '应付账款', en: 'Supplier payables' },
  'ledger.sales': { zh: '主营业务收入', en: 'Sales' },
  'ledger.freight_income': { zh: '运费收入', en: 'Freight income' },
  'ledger.refunds': { zh: '销售退款', en: 'Refunds' },
  'ledger.cost_of_goods': { zh: '主营业务成本', en: 'Cost of goods sold' },
  'ledger.stock_losses': { zh: '存货损失', en: 'Stock losses' },
  'ledger.payment_fees': { zh: '支付手续费', en: 'Payment fees' },
})
