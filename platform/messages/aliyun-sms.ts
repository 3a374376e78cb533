import { createHmac } from 'node:crypto'
import type { AliyunSmsSettings } from '#platform/config'
import { MessageRefused, type MessageSender, type Outgoing } from './senders.ts'

/** Text messages through Aliyun (阿里云短信, Dysmsapi 2017-05-25). Source: help.aliyun.com/document_detail/101414.html. */
export function aliyunSms(settings: AliyunSmsSettings): MessageSender {
  return {
    async send(message) {
      const body = new URLSearchParams(signedParameters(settings, parametersOf(settings, message)))
      const response = await fetch(`${settings.baseUrl}/`, {
        method: 'POST',
        body,
        signal: AbortSignal.timeout(10_000),
      })
      const answer = (await response.json().catch(() => ({}))) as { Code?: string; BizId?: string }
      if (answer.Code === 'OK') return answer.BizId ?? ''
      const reason = `Aliyun SMS said ${answer.Code ?? response.status}`
      throw isForGood(answer.Code) ? new MessageRefused(reason) : new Error(reason)
    },
  }
}

/** Limits, busy servers, an empty account and a wrong key pass or are mended; what is wrong with the message itself is not. */
const isForGood = (code = ''): boolean =>
  code.startsWith('isv.') && !/LIMIT_CONTROL|AMOUNT_NOT_ENOUGH|OUT_OF_SERVICE|ACCOUNT_/.test(code)

function parametersOf(
  settings: AliyunSmsSettings,
  { id, recipient, template, values }: Outgoing,
): Record<string, string> {
  const code = settings.templates[template]
  if (!code) throw new MessageRefused(`no approved template is configured for ${template}`)
  return {
    AccessKeyId: settings.accessKeyId,
    Action: 'SendSms',
    Format: 'JSON',
    OutId: id,
    PhoneNumbers: recipient.replace(/^\+86/, ''),
    RegionId: 'cn-hangzhou',
    SignName: settings.signName,
    SignatureMethod: 'HMAC-SHA1',
    SignatureNonce: crypto.randomUUID(),
    SignatureVersion: '1.0',
    TemplateCode: code,
    TemplateParam: JSON.stringify(spoken(values)),
    Timestamp: Temporal.Now.instant().round('second').toString(),
    Version: '2017-05-25',
  }
}

const signedParameters = (
  { accessKeySecret }: Pick<AliyunSmsSettings, 'accessKeySecret'>,
  parameters: Readonly<Record<string, string>>,
): Record<string, string> => ({ ...parameters, Signature: signatureOf('POST', parameters, accessKeySecret) })

/** Source: help.aliyun.com/document_detail/315526.html (RPC signature, version 1.0). */
export function signatureOf(method: string, parameters: Readonly<Record<string, string>>, secret: string): string {
  const query = Object.keys(parameters)
    .sort()
    .map((name) => `${spelt(name)}=${spelt(parameters[name]!)}`)
    .join('&')
  return createHmac('sha1', `${secret}&`)
    .update(`${method}&${spelt('/')}&${spelt(query)}`)
    .digest('base64')
}

const spelt = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** A template knows plain names alone: what stands with a language (`reason.en`) is for pages in that language. */
const spoken = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !name.includes('.')))
