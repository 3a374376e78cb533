import { texts } from '#kernel/text'

/** Addresses outside mainland China, with the words that their countries have for the parts of an address. */
export const abroadTexts = texts({
  'abroad.elsewhere': { zh: '送到中国大陆以外', en: 'Deliver outside mainland China' },
  'abroad.country': { zh: '国家或地区', en: 'Country or region' },
  'abroad.change': { zh: '切换', en: 'Change' },
  'abroad.we_serve': { zh: '目前可以送到：{countries}', en: 'We deliver to: {countries}' },
  'abroad.phone_hint': {
    zh: '当地号码即可；其他国家的号码请带国家代码，如 {code}',
    en: 'A local number will do; others with their country code, such as {code}',
  },
  'abroad.word.street': { zh: '街道地址', en: 'Street address' },
  'abroad.street_hint': {
    zh: '街道、门牌、单元；请用当地文字或英文填写',
    en: 'Street, number, flat; in English or as it is written there',
  },
  'abroad.word.city': { zh: '城市', en: 'City' },
  'abroad.word.suburb': { zh: '城区', en: 'Suburb' },
  'abroad.word.post_town': { zh: '邮镇', en: 'Town' },
  'abroad.word.district': { zh: '区', en: 'District' },
  'abroad.word.postal': { zh: '邮编', en: 'Postcode' },
  'abroad.word.zip': { zh: '邮编', en: 'ZIP code' },
  'abroad.word.eircode': { zh: '邮编', en: 'Eircode' },
  'abroad.word.pin': { zh: '邮编', en: 'PIN code' },
  'abroad.word.state': { zh: '州', en: 'State' },
  'abroad.word.province': { zh: '省', en: 'Province' },
  'abroad.word.prefecture': { zh: '都道府县', en: 'Prefecture' },
  'abroad.word.area': { zh: '地区', en: 'Area' },
  'abroad.word.county': { zh: '郡县', en: 'County' },
  'abroad.word.island': { zh: '岛屿', en: 'Island' },
  'abroad.word.department': { zh: '省', en: 'Department' },
  'abroad.word.parish': { zh: '区', en: 'Parish' },
  'abroad.word.emirate': { zh: '酋长国', en: 'Emirate' },
  'abroad.word.oblast': { zh: '州', en: 'Oblast' },
  'abroad.word.do_si': { zh: '道、市', en: 'Province or city' },
  'abroad.shop_does_not': {
    zh: '{shops}暂时无法送达该地址：请换一个地址，或先取消勾选这家的商品。',
    en: '{shops} cannot deliver to this address. Choose another address, or deselect what comes from there.',
  },
  'abroad.like': { zh: '例如 {like}', en: 'Such as {like}' },
})
