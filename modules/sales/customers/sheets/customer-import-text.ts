import { texts } from '#kernel/text'

export const customerImportText = texts({
  'customer_import.email_invalid': { zh: '“{value}”不是有效的邮箱', en: '“{value}” is no e-mail address' },
  'customer_import.email_differs': {
    zh: '这位客户登记的是另一个邮箱，不会用表格覆盖',
    en: 'The customer is known with another e-mail address, which a file does not replace',
  },
  'customer_import.abroad': { zh: '暂不支持“{value}”的地址', en: 'Addresses in “{value}” cannot be kept' },
  'customer_import.has_ordered': {
    zh: '已在本店下单，保持现状',
    en: 'Has ordered in this shop, so everything stays',
  },
  'customer_import.account_stays': {
    zh: '资料已撤销；账号已被使用，予以保留',
    en: 'What the sheet brought is gone; the account is in use and stays',
  },
})
