import { texts } from '#kernel/text'

/** The units of settings, as they stand behind a number. A mere count has none. */
export const unitText = texts({
  'unit.hours': { zh: '小时', en: 'hours' },
  'unit.minutes': { zh: '分钟', en: 'minutes' },
  'unit.days': { zh: '天', en: 'days' },
  'unit.percent': { zh: '%', en: '%' },
  'unit.pieces': { zh: '件', en: 'pieces' },
  'unit.minor': { zh: '分', en: 'cents' },
  'unit.grams': { zh: '克', en: 'g' },
  'unit.pixels': { zh: '像素', en: 'px' },
  'unit.points': { zh: '分', en: 'points' },
  on: { zh: '开', en: 'On' },
  off: { zh: '关', en: 'Off' },
})
