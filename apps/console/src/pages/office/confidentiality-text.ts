import { texts } from '#kernel/text'

const draft = {
  zh: '我在工作中看到的顾客姓名、电话、地址、订单和付款信息，只用于完成本职工作；不复制、不外传、不用于其他目的，离职后同样保密。违反者承担相应责任。',
  en: 'Names, numbers, addresses, orders and payments of customers that I see at work serve my work alone. I copy them nowhere, pass them to nobody and use them for nothing else, also after I have left. I answer for a breach.',
}

export const confidentialityPageText = texts({
  title: { zh: '保密承诺', en: 'Confidentiality' },
  about: {
    zh: '员工确认现行承诺后才能看到顾客信息；谁看过、导出过顾客信息见“审计”',
    en: 'Staff confirm the statement in force before they see customers’ data. Who saw or exported them stands in the audit trail',
  },
  none: {
    zh: '还没有保密承诺。发布后，每位员工须先确认才能看到顾客信息',
    en: 'No statement yet. Once one is published, everybody confirms it before they see customers’ data',
  },
  version: { zh: '现行第 {version} 版 · {at} · {by}', en: 'Version {version} in force · {at} · {by}' },
  name: { zh: '姓名', en: 'Name' },
  confirmed: { zh: '现行版本', en: 'Version in force' },
  yes: { zh: '已确认', en: 'Confirmed' },
  'not-yet': { zh: '未确认', en: 'Not yet' },
  last: { zh: '最近一次确认', en: 'Last confirmed' },
  publish: { zh: '发布新版本', en: 'Publish a version' },
  'publish.consequence': {
    zh: '发布后立即生效：包括您在内，每位员工都要先确认，才能继续看到顾客信息。请让法务过目。',
    en: 'It holds at once: everybody, you included, confirms it before they go on seeing customers’ data. Have it read by a lawyer.',
  },
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  required: { zh: '请填写', en: 'Please fill this in' },
  'draft.zh': { zh: draft.zh, en: draft.zh },
  'draft.en': { zh: draft.en, en: draft.en },
})
