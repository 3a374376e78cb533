import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formerNames } from './former-names.ts'
import { isDistrict, type ReadAddress, readAddress } from './index.ts'

interface PasteCase {
  readonly text: string
  readonly expected: {
    readonly code?: string
    readonly code_in_official_list: boolean | null
    readonly name?: string
    readonly details?: string
  }
}
const file = new URL('../../test/data/reference-codes/cn-address-paste-cases.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: PasteCase[] }

/** A code outside the official list is judged by its city: the rest of it is another library's own. */
function isRight({ text, expected }: PasteCase): boolean {
  const { name, street, provinceCode, cityCode, districtCode } = readAddress(text)
  const { code = '', code_in_official_list: isOfficial } = expected
  const isPlace = isOfficial
    ? districtCode === code
    : (cityCode || provinceCode).startsWith(code.slice(0, 4)) && cityCode !== ''
  return isPlace && (expected.name ?? name) === name && (!expected.details || expected.details === street)
}

test('ACC-04 all 38 pasted addresses of the reference cases are read right', () => {
  expect(cases.filter((each) => !isRight(each)).map((each) => each.text)).toEqual([])
  expect(cases).toHaveLength(38)
})

const nobody: ReadAddress = {
  name: '',
  phone: '',
  postcode: '',
  provinceCode: '',
  cityCode: '',
  districtCode: '',
  street: '',
}
const hangzhou = { provinceCode: '33', cityCode: '3301', districtCode: '330106', street: '文三路1号' }
const zhang = { name: '张三', phone: '13800000000' }

describe('shoppers paste addresses as they write them', () => {
  test.each<[habit: string, pasted: string, read: Partial<ReadAddress>]>([
    [
      'name, phone, address',
      '张三 13800000000 浙江省杭州市西湖区文三路 1 号',
      { ...hangzhou, ...zhang, street: '文三路 1 号' },
    ],
    ['address first', '浙江省杭州市西湖区文三路1号 张三 13800000000', { ...hangzhou, ...zhang }],
    ['nothing between', '张三13800000000浙江省杭州市西湖区文三路1号', { ...hangzhou, ...zhang }],
    ['the name before the province', '张三浙江省杭州市西湖区文三路1号13800000000', { ...hangzhou, ...zhang }],
    ['full-width signs', '张三，１３８００００００００，浙江省，杭州市，西湖区，文三路１号', { ...hangzhou, ...zhang }],
    [
      'one thing in a line',
      '张三\n138 0000 0000\n浙江省 杭州市 西湖区\n文三路1号\n310012',
      { ...hangzhou, ...zhang, phone: '13800000000', postcode: '310012' },
    ],
    [
      'labels',
      '收货人：张三\n手机号码：13800000000\n所在地区：浙江省杭州市西湖区\n详细地址：文三路1号',
      { ...hangzhou, ...zhang },
    ],
    [
      'labels in one line',
      '收件人:张三 联系电话:13800000000 收货地址:浙江杭州西湖区文三路1号',
      { ...hangzhou, ...zhang },
    ],
    [
      'a country code and hyphens',
      '+86 138-0000-0000 张三 浙江省杭州市西湖区文三路1号',
      { ...hangzhou, ...zhang, phone: '13800000000' },
    ],
    ['a masked phone', '张三 138****0000 浙江省杭州市西湖区文三路1号', { ...hangzhou, ...zhang, phone: '138****0000' }],
    [
      'a virtual number',
      '张三 13800000000-1234 浙江省杭州市西湖区文三路1号',
      { ...hangzhou, ...zhang, phone: '13800000000-1234' },
    ],
    ['a landline', '张三 0571-88000000 浙江省杭州市西湖区文三路1号', { ...hangzhou, ...zhang, phone: '0571-88000000' }],
    [
      'a municipality without the city',
      '李四 13800000001 北京朝阳区建国路88号',
      {
        name: '李四',
        phone: '13800000001',
        provinceCode: '11',
        cityCode: '1101',
        districtCode: '110105',
        street: '建国路88号',
      },
    ],
    ['from small to large', '文三路1号, 西湖区, 杭州市, 浙江省, 张三, 13800000000', { ...hangzhou, ...zhang }],
    [
      'an honorific',
      '上海市徐汇区漕溪北路1号 王女士收 13800000002',
      {
        name: '王女士',
        phone: '13800000002',
        provinceCode: '31',
        cityCode: '3101',
        districtCode: '310104',
        street: '漕溪北路1号',
      },
    ],
    [
      'an autonomous prefecture, shortened',
      '云南大理州大理市下关镇人民路3号 杨五 13800000003',
      {
        name: '杨五',
        phone: '13800000003',
        provinceCode: '53',
        cityCode: '5329',
        districtCode: '532901',
        street: '下关镇人民路3号',
      },
    ],
    [
      'a banner',
      '内蒙古鄂尔多斯市达拉特旗树林召镇 赵六 13800000004',
      {
        name: '赵六',
        phone: '13800000004',
        provinceCode: '15',
        cityCode: '1506',
        districtCode: '150621',
        street: '树林召镇',
      },
    ],
    [
      'a city directly under its province',
      '河南省济源市沁园路5号，钱七，13800000005',
      {
        name: '钱七',
        phone: '13800000005',
        provinceCode: '41',
        cityCode: '4190',
        districtCode: '419001',
        street: '沁园路5号',
      },
    ],
    [
      'a road named after a city',
      '上海市黄浦区南京东路100号 孙八 13800000006',
      {
        name: '孙八',
        phone: '13800000006',
        provinceCode: '31',
        cityCode: '3101',
        districtCode: '310101',
        street: '南京东路100号',
      },
    ],
    [
      'a district that has been merged',
      '上海闸北区天目西路1号 周九 13800000007',
      {
        name: '周九',
        phone: '13800000007',
        provinceCode: '31',
        cityCode: '3101',
        districtCode: '310106',
        street: '天目西路1号',
      },
    ],
    [
      'a district of two cities',
      '江苏鼓楼区中山路1号 吴十 13800000008',
      { name: '吴十', phone: '13800000008', provinceCode: '32', street: '鼓楼区中山路1号' },
    ],
    ['a district of two provinces, alone', '朝阳区建国路88号', { street: '朝阳区建国路88号' }],
    [
      'a town as the last level',
      '广东省中山市小榄镇升平路2号 郑一 13800000009',
      {
        name: '郑一',
        phone: '13800000009',
        provinceCode: '44',
        cityCode: '4420',
        districtCode: '442000',
        street: '小榄镇升平路2号',
      },
    ],
    [
      'a long name',
      '阿卜杜拉·买买提 13800000010 新疆乌鲁木齐市天山区解放路9号',
      {
        name: '阿卜杜拉·买买提',
        phone: '13800000010',
        provinceCode: '65',
        cityCode: '6501',
        districtCode: '650102',
        street: '解放路9号',
      },
    ],
    [
      'a six-digit house number',
      '浙江省杭州市西湖区文三路1号 101202室 张三',
      { ...hangzhou, name: '张三', street: '文三路1号 101202室' },
    ],
    ['no address at all', '你好，请问有货吗', {}],
    ['nothing', '   ', {}],
  ])('%s: %s', (_, pasted, read) => {
    const { street, ...rest } = readAddress(pasted)
    expect({ ...rest, street: Object.keys(read).length === 0 ? '' : street }).toEqual({ ...nobody, ...read })
  })
})

test('every former name leads to a district of today', () => {
  expect(formerNames.filter(([, code]) => !isDistrict(code))).toEqual([])
})
