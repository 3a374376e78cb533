import { randomInt } from 'node:crypto'

export interface CarrierHouse {
  readonly zh: string
  readonly en: string
  /** A fresh number in the form the carrier prints. */
  readonly number: () => string
}

/** The carriers the sandbox plays, by Kdniao's code. */
export const houses: Readonly<Record<string, CarrierHouse>> = {
  SF: { zh: '顺丰速运', en: 'SF Express', number: () => `SF1${digits(12)}` },
  ZTO: { zh: '中通快递', en: 'ZTO Express', number: () => `78${digits(12)}` },
  YTO: { zh: '圆通速递', en: 'YTO Express', number: () => `YT8${digits(12)}` },
  STO: { zh: '申通快递', en: 'STO Express', number: () => `77${digits(13)}` },
  YD: { zh: '韵达速递', en: 'Yunda Express', number: () => `43${digits(13)}` },
  JD: { zh: '京东物流', en: 'JD Logistics', number: () => `JDVA${digits(11)}` },
  EMS: { zh: '邮政 EMS', en: 'China EMS', number: () => s10('EA') },
  YZPY: { zh: '邮政快递包裹', en: 'China Post parcel', number: () => `98${digits(11)}` },
  JTSD: { zh: '极兔速递', en: 'J&T Express', number: () => `JT5${digits(12)}` },
  DBL: { zh: '德邦快递', en: 'Deppon Express', number: () => `DPK${digits(12)}` },
}

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')

/** The postal form: two letters, eight digits, check digit, country. Source: UPU standard S10. */
function s10(service: string): string {
  const serial = digits(8)
  return `${service}${serial}${s10CheckDigit(serial)}CN`
}

const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7]

export function s10CheckDigit(serial: string): number {
  const rest = 11 - ([...serial].reduce((sum, digit, index) => sum + Number(digit) * s10Weights[index]!, 0) % 11)
  if (rest === 10) return 0
  return rest === 11 ? 5 : rest
}
