import { texts } from '#kernel/text'

export const listingText = texts({
  'listing.not_permitted': { zh: '您没有这一步的权限', en: 'You may not take this step' },
  'listing.incomplete': {
    zh: '资料检查未通过，共 {count} 项待补充',
    en: 'The data check found {count} things to complete',
  },
  'listing.own_request': {
    zh: '需要另一个人审核，提交人自己和接口密钥都不行',
    en: 'Somebody else reviews a listing, not whoever submitted it and no key',
  },
  'listing.reason_missing': { zh: '请填写驳回原因', en: 'Give a reason for sending it back' },
  'listing.no_stock': { zh: '库存为 0，补货后才能上架', en: 'There is no stock; it can be listed again once there is' },
  'listing.plan_not_found': { zh: '没有这个定时任务', en: 'There is no such plan' },
  'listing.plan_in_past': { zh: '请选择将来的时间', en: 'Choose a time to come' },
  'listing.plan_twice': {
    zh: '这个商品在该时间已有同样的定时',
    en: 'The product takes this step at that time already',
  },
  'listing.plan_ended': { zh: '定时已执行或已取消', en: 'The plan has been carried out or taken back' },
  'listing.plan_needs_review': {
    zh: '审核中的商品才能定时上架',
    en: 'Only a listing in review can be approved for later',
  },
  'listing.plan_stale': {
    zh: '定时之后商品有改动，请重新审核',
    en: 'The product changed after it was approved for later; review it again',
  },
  'listing.plan.approve': { zh: '定时上架', en: 'List' },
  'listing.plan.delist': { zh: '定时下架', en: 'Delist' },
  'listing.plan.relist': { zh: '定时重新上架', en: 'Relist' },
  'listing.plan.status.waiting': { zh: '等待执行', en: 'Waiting' },
  'listing.plan.status.done': { zh: '已执行', en: 'Done' },
  'listing.plan.status.failed': { zh: '未能执行', en: 'Failed' },
  'listing.plan.status.cancelled': { zh: '已取消', en: 'Cancelled' },
  'notice.listing.plan_failed': {
    zh: '商品“{name}”的定时上下架未能执行，请处理',
    en: '“{name}” could not be listed or delisted as planned',
  },
  'listing.step.check': { zh: '检查资料', en: 'Check data' },
  'listing.step.submit': { zh: '提交审核', en: 'Submit for review' },
  'listing.step.withdraw': { zh: '撤回', en: 'Withdraw' },
  'listing.step.approve': { zh: '通过并上架', en: 'Approve and list' },
  'listing.step.reject': { zh: '驳回', en: 'Reject' },
  'listing.step.revise': { zh: '修改', en: 'Revise' },
  'listing.step.delist': { zh: '下架', en: 'Delist' },
  'listing.step.relist': { zh: '重新上架', en: 'Relist' },
  'notice.listing.review': { zh: '商品“{name}”等待审核', en: '“{name}” waits for review' },
  'notice.listing.rejected': { zh: '商品“{name}”被驳回：{reason}', en: '“{name}” was sent back: {reason}' },
  'notice.listing.out_of_stock': { zh: '商品“{name}”缺货，已自动下架', en: '“{name}” sold out and was delisted' },
  'notice.listing.stock_back': {
    zh: '商品“{name}”已补货，可重新上架',
    en: '“{name}” has stock again and can be relisted',
  },
})
