import { texts } from '#kernel/text'

export const screeningText = texts({
  'screening.word_invalid': { zh: '词语须为 1 至 40 个字', en: 'A word has 1 to 40 characters' },
  'screening.reason_missing': { zh: '请写明原因，最多 200 个字', en: 'Give a reason of at most 200 characters' },
  'screening.not_ours': { zh: '本店没有改过这个词', en: 'The shop has not changed this word' },
  'screening.kind.absolute': { zh: '极限词', en: 'Superlative' },
  'screening.kind.medical': { zh: '医疗用语', en: 'Medical claim' },
  'screening.kind.privilege': { zh: '国家机关与特供', en: 'State and privilege' },
  'screening.kind.superstition': { zh: '迷信', en: 'Superstition' },
  'screening.kind.prohibited_goods': { zh: '违禁品', en: 'Prohibited goods' },
  'screening.kind.own': { zh: '本店规定', en: 'House rule' },
  'screening.severity.block': { zh: '禁止上架', en: 'Blocks' },
  'screening.severity.warn': { zh: '提醒', en: 'Warns' },
  'screening.severity.off': { zh: '不检查', en: 'Off' },
})
