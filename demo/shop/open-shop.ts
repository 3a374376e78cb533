import { money } from '#kernel/money'
import { permissions } from '#model/office/roles'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { type Actor, type Context, systemActor } from '#platform/context'
import { transaction } from '#platform/database'
import { type SaveMethod, saveMethod } from '#sales/payments'
import { createReduction } from '#sales/promotions'
import { addBins, openWarehouse } from '#supply/inventory'
import { saveCarrier, saveCarrierChoice, saveFreightRule } from '#supply/shipping'
import { shopBrand } from '../catalogue/house.ts'
import { promiseConfidentiality } from './confidentiality.ts'
import { publishPolicies } from './policies.ts'
import { at, type Cast, type Stage } from './stage.ts'
import { writeRules } from './write-rules.ts'

export const staffPassword = 'zhanggui-demo'

const staffNames = {
  owner: '沈檐',
  ops: '许知远',
  goods: '陆青禾',
  service: '何小满',
  warehouse: '梅师傅',
  finance: '程算',
} as const

/** Opens the shop with its people, warehouses, carriers and freight table, as an owner would on the first day. */
export async function openTheShop(stage: Stage, now: Temporal.Instant): Promise<Cast> {
  const { name, slogan, story } = shopBrand
  const shopId = await stage.db.transaction().execute((trx) =>
    openShop(trx, now, {
      code: shopBrand.slug,
      name: name.zh,
      nameEn: name.en,
      introduction: `${slogan.zh}。${story.zh}`,
      introductionEn: `${slogan.en}. ${story.en}`,
      isDefault: true,
      isDemo: true,
    }),
  )
  const ctx = at(stage, shopId, systemActor('demo'), now)
  const staff = await hire(ctx)
  const owner = at(stage, shopId, staff.owner, now)
  await transaction(owner, sayHowWeShip)
  await saveMethod(owner, cashOnDelivery)
  await publishPolicies(owner)
  await promiseConfidentiality(owner, staff)
  await openWarehouses(owner)
  await writeRules(owner)
  await createReduction(owner, {
    name: '满199减20',
    nameEn: '¥20 off from ¥199',
    thresholdMinor: 19_900,
    offMinor: 2_000,
    startsAt: now,
    endsAt: now.add({ hours: 24 * 365 }),
  })
  return { shopId, staff }
}

const cashOnDelivery: SaveMethod = {
  method: 'cod',
  enabled: true,
  position: 9,
  label: { zh: '', en: '' },
  leastMinor: null,
  mostMinor: 200_000,
}

async function hire(ctx: Context): Promise<Cast['staff']> {
  await transaction(ctx, presetShopRoles)
  const hired: Record<string, Actor> = {}
  for (const [role, displayName] of Object.entries(staffNames)) {
    const id = await transaction(ctx, (tx) =>
      createStaff(tx, { userName: role, displayName, password: staffPassword, roles: [role] }),
    )
    hired[role] = { kind: 'staff', id, name: displayName, permissions: new Set(permissions) }
  }
  return hired as Cast['staff']
}

const carriers = [
  {
    code: 'ZTO',
    name: { zh: '中通快递', en: 'ZTO Express' },
    phone: '95311',
    inquiryUrl: 'https://www.zto.com',
    collectsCash: true,
    cashRegions: ['31', '32', '33'],
    daysMin: 2,
    daysMax: 4,
  },
  {
    code: 'YTO',
    name: { zh: '圆通速递', en: 'YTO Express' },
    phone: '95554',
    inquiryUrl: 'https://www.yto.net.cn',
    daysMin: 2,
    daysMax: 4,
  },
  {
    code: 'SF',
    name: { zh: '顺丰速运', en: 'SF Express' },
    phone: '95338',
    inquiryUrl: 'https://www.sf-express.com',
    insures: true,
    collectsCash: true,
    cutoff: '19:00',
    daysMin: 1,
    daysMax: 2,
  },
  {
    code: 'DBL',
    name: { zh: '德邦送装', en: 'Deppon, delivered and installed' },
    phone: '95353',
    inquiryUrl: 'https://www.deppon.com',
    serviceType: 'deliver_install',
    cutoff: '16:00',
    daysMin: 2,
    daysMax: 5,
  },
  {
    code: 'EMS',
    name: { zh: '邮政 EMS', en: 'China Post EMS' },
    phone: '11183',
    inquiryUrl: 'https://www.ems.com.cn',
    daysMin: 3,
    daysMax: 7,
  },
  {
    code: 'SFGJ',
    name: { zh: '顺丰国际', en: 'SF International' },
    phone: '95338',
    inquiryUrl: 'https://www.sf-international.com/waybill/{waybill}',
    daysMin: 3,
    daysMax: 7,
  },
  {
    code: 'EMSGJ',
    name: { zh: '国际 EMS', en: 'EMS International' },
    phone: '11183',
    inquiryUrl: 'https://www.ems.com.cn',
    daysMin: 6,
    daysMax: 14,
  },
] as const

/** Freight as small shops near Hangzhou charge it: near, far, very far, and a few countries abroad. */
const freightTable = [
  {
    name: '西藏',
    carrier: 'EMS',
    provinces: ['54'],
    first: 2_300,
    step: 1_000,
    free: null,
    reachable: true,
    priority: 10,
  },
  {
    name: '新疆',
    carrier: 'EMS',
    provinces: ['65'],
    first: 1_800,
    step: 800,
    free: 29_900,
    reachable: true,
    priority: 20,
  },
  {
    name: '江浙沪皖',
    carrier: 'ZTO',
    provinces: ['31', '32', '33', '34'],
    first: 600,
    step: 100,
    free: 6_900,
    reachable: true,
    priority: 30,
  },
  {
    name: '内蒙古、甘肃、青海、宁夏',
    carrier: 'YTO',
    provinces: ['15', '62', '63', '64'],
    first: 1_200,
    step: 500,
    free: 19_900,
    reachable: true,
    priority: 40,
  },
  {
    name: '全国其他地区',
    carrier: 'YTO',
    provinces: [],
    first: 800,
    step: 200,
    free: 9_900,
    reachable: true,
    priority: 90,
  },
  {
    name: '顺丰全国',
    carrier: 'SF',
    provinces: [],
    excluded: ['54', '65'],
    first: 1_800,
    step: 800,
    free: 29_900,
    reachable: true,
    priority: 92,
  },
  {
    name: '送装到家',
    carrier: 'DBL',
    provinces: [],
    excluded: ['54', '65', '63'],
    first: 2_900,
    step: 150,
    free: 49_900,
    reachable: true,
    priority: 94,
  },
  {
    name: '港澳',
    carrier: 'SFGJ',
    provinces: ['HK', 'MO'],
    first: 3_000,
    step: 1_200,
    free: 59_900,
    reachable: true,
    priority: 110,
  },
  {
    name: '日本、新加坡',
    carrier: 'SFGJ',
    provinces: ['JP', 'SG'],
    first: 9_800,
    step: 3_500,
    free: null,
    reachable: true,
    priority: 112,
  },
  {
    name: '英国、德国、美国本土',
    carrier: 'EMSGJ',
    provinces: ['GB', 'DE', 'US'],
    excluded: ['US-AK', 'US-HI', 'US-PR', 'US-GU'],
    first: 16_800,
    step: 6_000,
    free: null,
    reachable: true,
    priority: 114,
  },
  {
    name: '英国、德国、美国快线',
    carrier: 'SFGJ',
    provinces: ['GB', 'DE', 'US'],
    first: 24_800,
    step: 9_000,
    free: null,
    reachable: true,
    priority: 116,
  },
] as const

/** Large goods set up at home, what is costly or spoils by the fast and insured one, small things cheaply. */
const carrierChoices = [
  { name: '大件送装一体', applies: 'oversize', upToGrams: null, carriers: ['DBL', 'EMS'], priority: 10 },
  { name: '贵重保价', applies: 'valuable', upToGrams: null, carriers: ['SF', 'EMS'], priority: 20 },
  { name: '生鲜次日达', applies: 'perishable', upToGrams: null, carriers: ['SF', 'EMS'], priority: 30 },
  { name: '轻小件走通达', applies: 'light', upToGrams: 3_000, carriers: ['ZTO', 'YTO', 'EMS'], priority: 40 },
] as const

/** The couriers, what they ask, and which goods go with which. */
export async function sayHowWeShip(tx: Parameters<typeof saveCarrier>[0]): Promise<void> {
  for (const carrier of carriers) await saveCarrier(tx, { ...carrier, service: 'standard', enabled: true })
  for (const { first, step, free, ...rule } of freightTable)
    await saveFreightRule(tx, {
      ...rule,
      firstGrams: 1_000,
      firstFee: money(first),
      stepGrams: 1_000,
      stepFee: money(step),
      freeFrom: free === null ? null : money(free),
    })
  for (const choice of carrierChoices) await saveCarrierChoice(tx, { ...choice, regions: [], only: false })
}

const warehouses = [
  {
    code: 'HZ',
    name: '杭州仓',
    nameEn: 'Hangzhou',
    districtCode: '330110',
    street: '良渚街道古墩路 1988 号 3 号库',
    contactPhone: '0571-88000001',
    priority: 10,
    provinces: [],
  },
  {
    code: 'GZ',
    name: '广州仓',
    nameEn: 'Guangzhou',
    districtCode: '440111',
    street: '太和镇石湖路 66 号 B 库',
    contactPhone: '020-88000002',
    priority: 20,
    provinces: ['44', '45', '46', '35', '43'],
  },
] as const

/** Opens the warehouses of these codes with their shelves. */
export async function openWarehouses(ctx: Context, codes: readonly string[] = ['HZ', 'GZ']): Promise<void> {
  for (const warehouse of warehouses.filter(({ code }) => codes.includes(code))) {
    const warehouseId = await openWarehouse(ctx, { ...warehouse, contactName: staffNames.warehouse })
    await addBins(ctx, { warehouseId, bins: shelves() })
  }
}

/** Six aisles of eight racks with three levels; the path snakes through them. The last aisle holds reserves. */
function shelves() {
  return ['A', 'B', 'C', 'D', 'E', 'R'].flatMap((aisle, column) =>
    Array.from({ length: 8 }, (_, rack) => (column % 2 === 0 ? rack : 7 - rack)).flatMap((rack, step) =>
      [1, 2, 3].map((level) => ({
        code: `${aisle}-${String(rack + 1).padStart(2, '0')}-${level}`,
        zone: aisle === 'R' ? ('reserve' as const) : ('pick' as const),
        pathOrder: column * 100 + step * 4 + level,
      })),
    ),
  )
}
