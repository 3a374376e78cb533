import { expect, test } from 'vitest'
import { addressLine, citiesOf, districtsOf, isDistrict, isRegion, provinces, regionName, regionPath } from './index.ts'

test('the region data cost less than 15 ms of computing at the first question', () => {
  const started = process.threadCpuUsage()
  provinces()
  const { user, system } = process.threadCpuUsage(started)
  expect((user + system) / 1_000).toBeLessThan(15)
})

test('a buyer goes from province to city to district in Chinese and in English', () => {
  expect(provinces()).toHaveLength(31)
  expect(provinces()).toContainEqual({ code: '33', name: '浙江省' })
  expect(citiesOf('33')).toContainEqual({ code: '3301', name: '杭州市' })
  expect(districtsOf('3301')).toContainEqual({ code: '330106', name: '西湖区' })
  expect(districtsOf('3301', 'en')).toContainEqual({ code: '330106', name: 'Xihu District' })
  expect(provinces('en').find(({ code }) => code === '61')?.name).toBe('Shaanxi')
})

test('every province leads to a city and every city to a district', () => {
  const cities = provinces().flatMap(({ code }) => citiesOf(code))
  const districts = cities.flatMap(({ code }) => districtsOf(code))

  expect(cities).toHaveLength(342)
  expect(districts).toHaveLength(2978)
  expect(cities.filter(({ code }) => districtsOf(code).length === 0)).toEqual([])
  expect(districts.every(({ code }) => isDistrict(code) && regionPath(code))).toBe(true)
  expect(
    districts.every(({ code }) => /^[\p{Script=Latin}' ()-]+$/u.test(regionPath(code, 'en')?.district ?? '')),
  ).toBe(true)
})

test('a municipality stands as its own city instead of the statistical 市辖区', () => {
  expect(citiesOf('11')).toEqual([{ code: '1101', name: '北京市' }])
  expect(citiesOf('50').map(({ name }) => name)).toEqual(['重庆市', '重庆市郊县'])
  expect(regionPath('110105')).toEqual({ province: '北京市', city: '北京市', district: '朝阳区' })
})

test('a code that is no district is refused', () => {
  for (const code of ['', '33', '3301', '330199', '999999', '3301060', 'abcdef']) {
    expect(isDistrict(code)).toBe(false)
    expect(regionPath(code)).toBeUndefined()
  }
  expect(citiesOf('3301')).toEqual([])
  expect(districtsOf('33')).toEqual([])
})

test('an address line names no place twice', () => {
  const street = '建国路 88 号'
  expect(addressLine({ province: '北京市', city: '北京市', district: '朝阳区', street })).toBe(
    '北京市 朝阳区 建国路 88 号',
  )
  expect(addressLine({ province: '湖北省', city: '省直辖县级行政区划', district: '仙桃市', street })).toBe(
    '湖北省 仙桃市 建国路 88 号',
  )
  expect(addressLine({ province: '浙江省', city: '杭州市', district: '西湖区', street })).toBe(
    '浙江省 杭州市 西湖区 建国路 88 号',
  )
})

test('a code names a place of some size here or abroad, or none', () => {
  expect(['33', '3301', '330106', 'US', 'US-HI', 'HK'].filter((code) => !isRegion(code))).toEqual([])
  expect(['33', '3301', 'US', '99'].map((code) => regionName(code, 'zh'))).toEqual(['浙江省', '杭州市', '美国', '99'])
  expect(['99', '3399', '330199', 'XX', 'US-ZZ', 'CN', 'abroad', ''].filter(isRegion)).toEqual([])
})
