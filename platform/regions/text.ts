import { texts } from '#kernel/text'

export const regionsText = texts({
  'regions.address_unread': {
    zh: '没有认出地址或电话，请直接在下面填写',
    en: 'No address or phone number was found in it; please fill in the form below',
  },
  'regions.unknown': { zh: '没有代码为 {region} 的地区', en: 'There is no region {region}' },
  'regions.country_unknown': { zh: '请选择国家或地区', en: 'Please choose the country or region' },
  'regions.area_missing': {
    zh: '请选择州、省或地区',
    en: 'Please choose the state, province or area',
  },
  'regions.city_missing': { zh: '请填写城市', en: 'Please enter the town or city' },
  'regions.postcode_missing': { zh: '请填写邮编，例如 {like}', en: 'Please enter the postcode, such as {like}' },
  'regions.postcode_invalid': {
    zh: '邮编不对，当地的邮编如 {like}',
    en: 'This is no postcode there; one looks like {like}',
  },
})
