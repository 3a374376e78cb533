import { texts } from '#kernel/text'

export const customersText = texts({
  'customers.not_found': { zh: '没有这位顾客', en: 'There is no such customer' },
  'customers.address_not_found': { zh: '没有这个收货地址', en: 'There is no such address' },
  'customers.too_many_addresses': { zh: '最多保存 {most} 个收货地址', en: 'You can keep at most {most} addresses' },
  'customers.district_unknown': { zh: '请选择到区县一级的地区', en: 'Please choose the place down to its district' },
  'customers.recipient_missing': { zh: '请填写收货人姓名', en: 'Please enter who receives the parcel' },
  'customers.street_missing': { zh: '请填写详细地址', en: 'Please enter street and house number' },
  'customers.text_too_long': { zh: '最多 {most} 个字', en: 'At most {most} characters' },
  'customers.phone_invalid': { zh: '请输入正确的手机号或座机号', en: 'Please enter a valid phone number' },
  'customers.phone_invalid_abroad': {
    zh: '请输入当地的电话号码，或带国家代码的号码（如 +44 20 7946 0958）',
    en: 'Please enter a phone number of that country, or one with its country code (such as +44 20 7946 0958)',
  },
  'customers.title_not_found': { zh: '没有这个发票抬头', en: 'There is no such invoice name' },
  'customers.too_many_titles': { zh: '最多保存 {most} 个发票抬头', en: 'You can keep at most {most} names' },
  'customers.title_missing': { zh: '请填写发票抬头', en: 'Please enter the name on the invoice' },
  'customers.tax_number_invalid': {
    zh: '税号不对：应为 18 位统一社会信用代码，请核对',
    en: 'This is no tax number: it has 18 characters, of which the last checks the others',
  },
  'customers.email_invalid': { zh: '邮箱地址不对', en: 'This is no e-mail address' },
  'customers.home': { zh: '家', en: 'Home' },
  'customers.work': { zh: '公司', en: 'Work' },
  'customers.school': { zh: '学校', en: 'School' },
})
