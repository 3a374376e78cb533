import { readFileSync } from 'node:fs'
import type { SettingsReader } from './settings-reader.ts'

/** The mail server that takes our e-mails. */
export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`smtps:`); otherwise STARTTLS. */
  readonly secure: boolean
  readonly user?: string
  readonly password?: string
  /** `shop@example.com` or `半日闲 <shop@example.com>`. */
  readonly from: string
}

/** Our account at Aliyun SMS. */
export interface AliyunSmsSettings {
  readonly baseUrl: string
  readonly accessKeyId: string
  readonly accessKeySecret: string
  readonly signName: string
  /** The provider's approved template (`SMS_123456789`) for each of ours (`order.paid`). */
  readonly templates: Readonly<Record<string, string>>
}

export function readSmtp(settings: SettingsReader): SmtpSettings | undefined {
  if (settings.text('SMTP_URL') === undefined) return undefined
  const server = settings.read('SMTP_URL', 'an address like smtps://user:password@mail.example.com:465', toServer)
  const from = settings.need('MAIL_FROM', 'an address like shop@example.com or Shop <shop@example.com>', toSender)
  return server && from ? { ...server, from } : undefined
}

function toServer(text: string): Omit<SmtpSettings, 'from'> | undefined {
  const url = URL.parse(text)
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname) return undefined
  const secure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username) || undefined
  const password = decodeURIComponent(url.password) || undefined
  return { host: url.hostname, port: Number(url.port) || (secure ? 465 : 587), secure, user, password }
}

const toSender = (text: string): string | undefined =>
  /^([^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text) ? text : undefined

const aliyunNames = ['BASE_URL', 'ACCESS_KEY_ID', 'ACCESS_KEY_SECRET', 'SIGN_NAME', 'TEMPLATES_FILE'].map(
  (name) => `ALIYUN_SMS_${name}`,
)

/** All of the account or nothing of it: half would only show at the first code that does not arrive. */
export function readAliyunSms(settings: SettingsReader): AliyunSmsSettings | undefined {
  const given = settings.given('ALIYUN_SMS_')
  for (const name of given)
    if (!aliyunNames.includes(name)) settings.problems.push({ name, valid: `one of ${aliyunNames.join(', ')}` })
  if (given.length === 0) return undefined
  const before = settings.problems.length
  const account = {
    baseUrl:
      settings.read('ALIYUN_SMS_BASE_URL', 'an http or https address', toBaseUrl) ?? 'https://dysmsapi.aliyuncs.com',
    accessKeyId: settings.need('ALIYUN_SMS_ACCESS_KEY_ID', 'the id of an access key', (text) => text),
    accessKeySecret: settings.need('ALIYUN_SMS_ACCESS_KEY_SECRET', 'the secret of the access key', (text) => text),
    signName: settings.need('ALIYUN_SMS_SIGN_NAME', 'the approved signature (短信签名)', (text) => text),
    templates: settings.need(
      'ALIYUN_SMS_TEMPLATES_FILE',
      'the path of a JSON file like { "order.paid": "SMS_123456789" }',
      toTemplates,
    ),
  }
  return settings.problems.length === before ? (account as AliyunSmsSettings) : undefined
}

function toBaseUrl(text: string): string | undefined {
  const url = URL.parse(text)
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href.replace(/\/$/, '') : undefined
}

function toTemplates(path: string): Record<string, string> | undefined {
  const templates = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  const codes = Object.values(templates)
  const isMap = codes.length > 0 && codes.every((code) => typeof code === 'string' && /^SMS_\d{5,12}$/.test(code))
  return isMap ? (templates as Record<string, string>) : undefined
}
