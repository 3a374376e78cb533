import { texts } from '#kernel/text'

export const promotionsText = texts({
  'promotions.reduction_not_found': { zh: '没有这个满减活动', en: 'There is no such reduction' },
  'promotions.off_too_large': { zh: '减免金额不能超过门槛金额', en: 'The reduction cannot be more than its threshold' },
  'promotions.ends_before_start': { zh: '结束时间必须晚于开始时间', en: 'The end must lie after the start' },
  'promotions.already_over': { zh: '活动已经结束', en: 'This reduction is over already' },
  'promotions.coming': { zh: '未开始', en: 'Coming' },
  'promotions.in_force': { zh: '进行中', en: 'In force' },
  'promotions.over': { zh: '已结束', en: 'Over' },
})
