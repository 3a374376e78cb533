import { texts } from '#kernel/text'

export const parcelDeskText = texts({
  'parcel-desk.not_found': { zh: '没有这条查件或催件', en: 'There is no such question' },
  'parcel-desk.nothing_to_ask': {
    zh: '订单现在的状态不需要催件或查件',
    en: 'There is nothing to ask about this order in its present state',
  },
  'parcel-desk.answered_already': { zh: '已经回复过了', en: 'It has been answered already' },
  'parcel-desk.answer_missing': { zh: '请写下回复', en: 'Please write an answer' },
  'parcel-desk.kind.inquiry': { zh: '查件', en: 'Where is it?' },
  'parcel-desk.kind.reminder': { zh: '催发货', en: 'When does it leave?' },
  'parcel-desk.status.open': { zh: '待回复', en: 'Open' },
  'parcel-desk.status.answered': { zh: '已回复', en: 'Answered' },
  'notice.parcel.question': {
    zh: '订单 {number} 的买家{kind}{late}',
    en: 'Order {number}: the buyer asks ({kind}{late})',
  },
  'parcel-desk.message.reminder_late': {
    zh: '【{shop}】非常抱歉，订单 {number} 没有在承诺的时间内发出，让您久等了。我们已安排专人加急处理，发出后第一时间告诉您。',
    en: '[{shop}] We are sorry: order {number} has not left within the time we promised. Somebody is seeing to it now, and you will hear from us as soon as it leaves.',
  },
  'parcel-desk.message.reminder': {
    zh: '【{shop}】已收到您的催件。订单 {number} 正在备货，最晚 {dispatchBy} 前发出，我们已提醒仓库优先安排。',
    en: '[{shop}] We have your reminder. Order {number} is being prepared and leaves by {dispatchBy} at the latest; the warehouse has been told.',
  },
  'parcel-desk.message.inquiry': {
    zh: '【{shop}】已收到您对订单 {number} 的查件，我们正在向快递核实，会尽快回复您。',
    en: '[{shop}] We have your question about order {number} and are asking the carrier; you will hear from us soon.',
  },
  'parcel-desk.message.answered': {
    zh: '【{shop}】关于订单 {number}：{answer}',
    en: '[{shop}] About order {number}: {answer}',
  },
  'parcel-desk.answer.on_the_way': {
    zh: '您的包裹（{carrier} {waybill}）正在途中，最新动态：{step}',
    en: 'Your parcel ({carrier} {waybill}) is on its way. Latest news: {step}',
  },
  'parcel-desk.answer.asked_carrier': {
    zh: '已联系{carrier}（电话 {phone}）核实您的包裹 {waybill}，有结果马上告诉您。',
    en: 'We have asked {carrier} ({phone}) about your parcel {waybill} and will tell you what they say.',
  },
  'parcel-desk.answer.leaves_today': {
    zh: '已与仓库确认，您的订单今天发出。',
    en: 'The warehouse has confirmed that your order leaves today.',
  },
  'parcel-desk.answer.waits_for_goods': {
    zh: '抱歉，您订的商品正在补货，到货后会第一时间发出；如不愿等待，可以随时取消，款项原路退回。',
    en: 'We are sorry: the goods are being restocked and leave as soon as they arrive. If you would rather not wait, cancel at any time and the money goes back.',
  },
})
