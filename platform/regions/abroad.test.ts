import { expect, test } from 'vitest'
import {
  addressLines,
  areasOf,
  checkAbroad,
  countries,
  countryName,
  fieldsAbroad,
  isPlace,
  labelLines,
  phoneAbroad,
  placeName,
  shownPhone,
} from './index.ts'

test('ACC-04 an address abroad is written as its country writes it, the country last', () => {
  const home = { districtCode: 'US-CA', street: '1600 Amphitheatre Pkwy', city: 'Mountain View', postcode: '94043' }
  expect(addressLines(home, 'en')).toEqual(['1600 Amphitheatre Pkwy', 'Mountain View, CA 94043', 'United States'])
  const berlin = { districtCode: 'DE', street: 'Torstr. 1', city: 'Berlin', postcode: '10119' }
  expect(addressLines(berlin, 'zh')).toEqual(['Torstr. 1', '10119 Berlin', '德国'])
  expect(labelLines(berlin).at(-1)).toBe('GERMANY 德国')
})

test('ACC-04 an address in the script of its country begins with the largest place where people write so', () => {
  const tokyo = { districtCode: 'JP-13', street: '千代田区丸の内1-1', postcode: '100-0005' }
  expect(addressLines(tokyo, 'zh')).toEqual(['〒100-0005', '東京都', '千代田区丸の内1-1', '日本'])
  const latin = { ...tokyo, street: '1-1 Marunouchi, Chiyoda-ku' }
  expect(addressLines(latin, 'en')).toEqual(['1-1 Marunouchi, Chiyoda-ku, Tokyo', '100-0005', 'Japan'])
})

test('ACC-04 an address in mainland China stays one line in the order of its reader', () => {
  const here = { districtCode: '330106', street: '文三路 90 号' }
  expect(addressLines(here, 'zh')).toEqual(['浙江省 杭州市 西湖区 文三路 90 号'])
  expect(addressLines(here, 'en')).toEqual(['文三路 90 号, Xihu District, Hangzhou, Zhejiang'])
})

test('ACC-04 every country can be written and asked for', () => {
  const all = countries('zh')
  expect(all.length).toBeGreaterThan(240)
  for (const { code } of all) {
    const fields = fieldsAbroad(code)
    const [area] = areasOf(code)
    const whole = { districtCode: area?.code ?? code, street: 'Street 1', city: 'Town', postcode: 'P1' }
    expect(fields.map(({ part }) => part)).toContain('street')
    expect(addressLines(whole, 'en').at(-1)).toBe(countryName(code, 'en'))
    expect(addressLines(whole, 'en').join('|')).not.toMatch(/%|undefined/)
    expect(isPlace(whole.districtCode)).toBe(true)
  }
})

test.each([
  [{ districtCode: 'US', street: 'x', city: 'Austin', postcode: '78701' }, 'regions.area_missing', 'area'],
  [{ districtCode: 'US-XX', street: 'x', city: 'Austin', postcode: '78701' }, 'regions.area_missing', 'area'],
  [{ districtCode: 'GB', street: 'x', postcode: 'SW1A 1AA' }, 'regions.city_missing', 'city'],
  [{ districtCode: 'SG', street: 'x' }, 'regions.postcode_missing', 'postcode'],
  [{ districtCode: 'DE', street: 'x', city: 'Bonn', postcode: '5311' }, 'regions.postcode_invalid', 'postcode'],
  [{ districtCode: 'QQ', street: 'x' }, 'regions.country_unknown', 'country'],
])('CHK-05 what is missing in an address abroad is named: %j', (address, code, field) => {
  expect(() => checkAbroad(address)).toThrow(
    expect.objectContaining({ code, details: expect.objectContaining({ field }) }),
  )
})

test('what addresses of a country do not have is left out, and a postcode is written in capitals', () => {
  const wanted = { districtCode: 'HK-HongKongIsland', street: '1 Queen’s Road', city: 'Central', postcode: '999077' }
  expect(checkAbroad(wanted)).toEqual({ ...wanted, postcode: '' })
  expect(checkAbroad({ districtCode: 'GB', street: 'x', city: 'London', postcode: 'sw1a 1aa' }).postcode).toBe(
    'SW1A 1AA',
  )
})

test('the code of a place is told in the language of its reader', () => {
  expect(placeName('US-CA', 'en')).toBe('California, United States')
  expect(placeName('US-CA', 'zh')).toBe('美国 California')
  expect(placeName('TW', 'zh')).toBe('中国台湾')
  expect(isPlace('US-XX') || isPlace('330199') || isPlace('Q')).toBe(false)
})

test.each([
  ['020 7946 0958', 'GB', '+442079460958'],
  ['+1 (415) 555-2671', 'GB', '+14155552671'],
  ['９０-１２３４-５６７８', 'JP', '+819012345678'],
  ['138 0013 8000', 'SG', '+8613800138000'],
  ['138 0013', 'SG', undefined],
  ['12', 'US', undefined],
  ['ann', 'US', undefined],
])('ACC-04 %s in %s is the number %s', (text, country, number) => {
  expect(phoneAbroad(text, country)).toBe(number)
})

test('a number abroad is shown in groups, one of mainland China as it stands', () => {
  expect(shownPhone('+442079460958')).toBe('+44 20 7946 0958')
  expect(shownPhone('13800138000')).toBe('13800138000')
})
