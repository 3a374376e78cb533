import { declareSettings, switchSetting } from '#platform/settings'

export const listingSettings = declareSettings('listing', {
  /** Off by default: in a shop run by one person nobody else could approve. */
  reviewerMustDiffer: switchSetting(false, {
    zh: '审核人须与提交人不同',
    en: 'The reviewer must not be the submitter',
    owner: 'goods',
    source: 'CAT-12',
  }),
})
