import { texts } from '#kernel/text'

export const reviewsText = texts({
  'reviews.not_found': { zh: '没有这条评价', en: 'There is no such review' },
  'reviews.not_received': {
    zh: '确认收货后才能评价',
    en: 'You can review an order once you have confirmed its receipt',
  },
  'reviews.too_late': { zh: '评价时间已过（截至 {until}）', en: 'The time for a review ended on {until}' },
  'reviews.nothing_to_review': { zh: '请先给商品打星', en: 'Please give at least one product its stars' },
  'reviews.not_in_order': { zh: '这件商品不在可评价的范围内', en: 'This line of the order cannot be reviewed' },
  'reviews.already': { zh: '「{name}」已经评价过了', en: '“{name}” has been reviewed already' },
  'reviews.stars_missing': { zh: '请选择 1 到 5 颗星', en: 'Please choose from one to five stars' },
  'reviews.scores_missing': {
    zh: '请为描述相符、服务态度和物流服务打分',
    en: 'Please rate description, service and delivery',
  },
  'reviews.too_many_pictures': { zh: '每件商品最多 {most} 张图片', en: 'At most {most} pictures for each product' },
  'reviews.change_too_late': {
    zh: '评价发布 {hours} 小时后不能再修改',
    en: 'A review can be changed for {hours} hours',
  },
  'reviews.followed_up_already': { zh: '已经追评过了', en: 'You have added to this review already' },
  'reviews.follow_up_too_late': {
    zh: '追评时间已过（首次评价后 {days} 天内）',
    en: 'A review can be added to for {days} days',
  },
  'reviews.words_missing': { zh: '请写下内容', en: 'Please write something' },
  'reviews.cannot_hide': { zh: '这条评价已经隐藏', en: 'This review is out of sight already' },
  'reviews.cannot_restore': { zh: '这条评价正在展示', en: 'This review is in sight' },
  'reviews.state.shown': { zh: '展示中', en: 'In sight' },
  'reviews.state.held': { zh: '待查看', en: 'Waits for a look' },
  'reviews.state.hidden': { zh: '已隐藏', en: 'Out of sight' },
  'reviews.reason.advertising': { zh: '含有广告或联系方式', en: 'advertises or gives contacts' },
  'reviews.reason.privacy': { zh: '泄露他人隐私', en: 'gives away somebody’s personal data' },
  'reviews.reason.abuse': { zh: '辱骂或人身攻击', en: 'abusive' },
  'reviews.reason.unlawful': { zh: '含有违禁内容', en: 'holds what the law forbids' },
  'reviews.reason.off_topic': { zh: '与商品无关', en: 'not about the goods' },
  'review.message.replied': {
    zh: '【{shop}】店铺回复了您对“{name}”的评价，可在“我的消息”中查看。',
    en: '[{shop}] The shop has answered your review of “{name}”: see your messages.',
  },
  'notice.review.low': {
    zh: '订单 {number} 收到 {stars} 星评价：{name}',
    en: 'Order {number}: {stars} {stars|star|stars} for {name}',
  },
  'notice.review.held': { zh: '订单 {number} 的评价需要查看', en: 'Order {number}: a review waits for a look' },
})
