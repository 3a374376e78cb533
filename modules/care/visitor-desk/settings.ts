import { countSetting, daysSetting, declareSettings } from '#platform/settings'

export const visitorDeskSettings = declareSettings('visitor-desk', {
  mostPerHour: countSetting(5, {
    zh: '同一访客每小时最多留言几条',
    en: 'Questions a visitor may leave within an hour',
    owner: 'service',
    source: 'STO-13',
  }),
  keepContacts: daysSetting(90, {
    zh: '访客留下的联系方式保留多少天',
    en: 'What guests left to be reached by is kept for',
    owner: 'service',
    source: 'STO-13',
  }),
})
