/** Markup that is safe to send. */
export interface Html {
  readonly html: string
}

type Part = string | number | Html | readonly Part[] | undefined | false

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const text = (part: Part): string => {
  if (part === undefined || part === false) return ''
  if (Array.isArray(part)) return part.map(text).join('')
  if (typeof part === 'object') return (part as Html).html
  return String(part).replace(/[&<>"']/g, (char) => escapes[char]!)
}

/** Markup in which everything that is put in is escaped unless it is markup itself. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.reduce((all, string, index) => all + string + text(parts[index]), ''),
})

/** Markup of our own making, as out of a guide. */
export const raw = (markup: string): Html => ({ html: markup })
