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
  'customers.home': { zh: '家', en: 'Home' },
  'customers.work': { zh: '公司', en: 'Work' },
  'customers.school': { zh: '学校', en: 'School' },
})
