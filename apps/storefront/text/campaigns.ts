import { texts } from '#kernel/text'

/** Words of the campaigns' pages. */
export const campaignTexts = texts({
  'campaign.over': { zh: '这个活动结束了', en: 'This campaign is over' },
  'campaign.over_text': { zh: '店里还在营业，去首页看看别的。', en: 'The shop is open: have a look at the rest.' },
  'campaign.home': { zh: '去首页', en: 'To the home page' },
})
