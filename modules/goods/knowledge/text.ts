import { texts } from '#kernel/text'

export const knowledgeText = texts({
  'knowledge.too_long': { zh: '最多 {most} 个字', en: 'At most {most} characters' },
  'knowledge.level.entry': { zh: '入门', en: 'Entry' },
  'knowledge.level.middle': { zh: '中档', en: 'Middle' },
  'knowledge.level.upper': { zh: '高档', en: 'Upper' },
})
