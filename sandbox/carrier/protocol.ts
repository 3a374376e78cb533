import { createHash, timingSafeEqual } from 'node:crypto'

export interface Credentials {
  readonly businessId: string
  readonly apiKey: string
}

/** DataSign as Kdniao's interface description has it. Written here again on purpose: the sandbox must not repeat a fault of the adapter. */
export function dataSign(data: string, apiKey: string): string {
  const md5 = createHash('md5').update(data).update(apiKey).digest('hex')
  return Buffer.from(md5, 'ascii').toString('base64')
}

export function signedBy(form: URLSearchParams, { apiKey }: Credentials): boolean {
  const expected = Buffer.from(dataSign(form.get('RequestData') ?? '', apiKey))
  const received = Buffer.from(form.get('DataSign') ?? '')
  return expected.length === received.length && timingSafeEqual(expected, received)
}

/** A push or request as the form that travels. */
export function signedForm(content: object, requestType: string, { businessId, apiKey }: Credentials): string {
  const RequestData = JSON.stringify(content)
  const form = {
    RequestData,
    EBusinessID: businessId,
    RequestType: requestType,
    DataSign: dataSign(RequestData, apiKey),
    DataType: '2',
  }
  return new URLSearchParams(form).toString()
}

/** Kdniao writes Chinese wall-clock time without a zone. */
export function chineseTime(millis: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime()
  return local.toString({ smallestUnit: 'second' }).replace('T', ' ')
}
