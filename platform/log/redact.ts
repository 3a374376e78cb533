/** Names whose values never reach the log, whatever stands around them (`newPassword`, `x-api-key`, `set-cookie`). */
const secretName =
  /password|passwd|secret|token|authorization|cookie|api.{0,3}key|private_?-?key|signature|credential|session/i
/** Personal data: shown by its ends only, enough to recognise it and not to call it. */
const personalName = /phone|mobile|^tel$|recipient|address|street|e-?mail|id_?number|bank_?account/i
/** A one-time code is digits; an error's code is not. */
const oneTimeCode = /^\d{4,8}$/
const mobileNumber = /^(?:\+?86)?1[3-9]\d{9}$/

const hidden = '***'
const deepest = 6

/** The same fields with secrets hidden and personal data cut. Errors and class instances are left to their serializers. */
export function withoutSecrets(fields: Record<string, unknown>): Record<string, unknown> {
  return cleanObject(fields, 0)
}

function cleanObject(object: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, clean(name, value, depth)]))
}

function clean(name: string, value: unknown, depth: number): unknown {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'function') return value
  if (secretName.test(name)) return hidden
  if (personalName.test(name)) return shortened(value)
  if (typeof value === 'object') return cleanNested(name, value, depth + 1)
  const text = String(value)
  if (/^code$|_code$|Code$|^otp$/.test(name) && oneTimeCode.test(text)) return hidden
  return typeof value === 'string' && mobileNumber.test(value) ? shortened(value) : value
}

function cleanNested(name: string, value: object, depth: number): unknown {
  if (depth > deepest) return '…'
  if (Array.isArray(value)) return value.map((entry) => clean(name, entry, depth))
  return isPlain(value) ? cleanObject(value, depth) : value
}

const isPlain = (value: object): boolean => [Object.prototype, null].includes(Object.getPrototypeOf(value))

const shortened = (value: unknown): string => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return text.length >= 8 ? `${text.slice(0, 3)}***${text.slice(-2)}` : hidden
}

/**
 * An error as the log shows it. PostgreSQL's `detail` and `where` and a query's parameters quote rows, hence personal data:
 * what is shown is chosen, not what is hidden.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { code, kind, constraint, table, schema, severity } = error as unknown as Record<string, unknown>
  return {
    type: error.name,
    message: withoutPasswords(error.message),
    stack: withoutPasswords(error.stack ?? ''),
    ...present({ code, kind, constraint, table, schema, severity }),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

const present = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string'))

/** Addresses of databases and providers carry passwords. */
const withoutPasswords = (text: string): string => text.replace(/(\w+:\/\/[^\s:/@]+):[^\s@]+@/g, `$1:${hidden}@`)
