import { declareSettings, textSetting } from '#platform/settings'

export const screeningSettings = declareSettings('screening', {
  platforms: textSetting('shop', {
    zh: '商品须符合哪些平台的规则（逗号分隔，如 shop,taobao,jd）',
    en: 'Platforms whose rules listings must satisfy (comma separated, such as shop,taobao,jd)',
    owner: 'goods',
    source: 'CAT-13',
  }),
})
