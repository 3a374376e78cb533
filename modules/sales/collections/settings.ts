import { daysSetting, declareSettings } from '#platform/settings'

export const collectionsSettings = declareSettings('collections', {
  handInWithin: daysSetting(7, {
    zh: '快递代收的货款几天内应交回',
    en: 'Carriers hand collected cash in within',
    owner: 'finance',
    source: 'PAY-09; the catalogue names no number',
  }),
})
