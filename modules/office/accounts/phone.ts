/**
 * Reads a mobile number and writes it as E.164. Chinese numbers have eleven digits from 13 to 19 and may come with +86,
 * 0086 or 86, with spaces or dashes; others need their country code. Undefined when it is none.
 */
export function readPhone(text: string): string | undefined {
  const compact = text.normalize('NFKC').replace(/[\s()-]/g, '')
  const chinese = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(compact)
  if (chinese) return `+86${chinese[1]}`
  if (compact.startsWith('+86')) return undefined
  return /^\+[1-9]\d{6,14}$/.test(compact) ? compact : undefined
}

/** A number as it may be shown: 138****5678. */
export function maskPhone(phone: string): string {
  const local = phone.replace(/^\+86/, '')
  return local.length < 8 ? '****' : `${local.slice(0, 3)}${'*'.repeat(local.length - 7)}${local.slice(-4)}`
}
