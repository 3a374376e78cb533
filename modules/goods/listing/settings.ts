import { daysSetting, declareSettings, switchSetting } from '#platform/settings'

export const listingSettings = declareSettings('listing', {
  /** Off by default: in a shop run by one person nobody else could approve. */
  reviewerMustDiffer: switchSetting(false, {
    zh: '审核人须与提交人不同',
    en: 'The reviewer must not be the submitter',
    owner: 'goods',
    source: 'CAT-12',
  }),
  newWithin: daysSetting(14, {
    zh: '新品建档后的上架期限',
    en: 'A new listing must be on sale within',
    owner: 'goods',
    source: 'CAT-16',
  }),
  warnBefore: daysSetting(3, {
    zh: '上架期限到期前多久提醒',
    en: 'A new listing’s limit is near this long before it',
    owner: 'goods',
    source: 'CAT-16',
  }),
})
