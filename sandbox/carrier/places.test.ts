import { expect, test } from 'vitest'
import { cityOf, markDestinationOf, sortingCodeOf } from './places.ts'

test.each([
  ['浙江省', '杭州市', '杭州'],
  ['上海市', '市辖区', '上海'],
  ['上海市', '上海市', '上海'],
  ['重庆市', '重庆市郊县', '重庆'],
  ['吉林省', '延边朝鲜族自治州', '延边'],
  ['云南省', '西双版纳傣族自治州', '西双版纳'],
  ['内蒙古自治区', '锡林郭勒盟', '锡林郭勒'],
  ['西藏自治区', '阿里地区', '阿里'],
  ['湖北省', '省直辖县级行政区划', '湖北省'],
])('a parcel to %s %s passes %s', (province, city, passed) => {
  expect(cityOf({ province, city })).toBe(passed)
})

test('one place always has the same sorting code, another street another courier', () => {
  const place = {
    name: '安',
    phone: '1',
    province: '上海市',
    city: '上海市',
    district: '徐汇区',
    address: '漕溪北路 1 号',
  }

  expect(sortingCodeOf(place)).toBe(sortingCodeOf({ ...place, name: '波' }))
  expect(sortingCodeOf(place).slice(0, 7)).toBe(sortingCodeOf({ ...place, address: '虹桥路 2 号' }).slice(0, 7))
  expect(markDestinationOf(place)).toBe('上海-徐汇')
})
