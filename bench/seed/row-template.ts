/** A copy of the template shop's rows: which copy of the goods, of the customer and of the order it is, and how many days earlier. */
export interface Clone {
  readonly order: number
  readonly product: number
  readonly customer: number
  readonly days: number
}

export type Kind = keyof Omit<Clone, 'days'>

/** What a row holds that differs from copy to copy; everything else is text. */
export interface Names {
  /** Ids of what is copied, by what they belong to. */
  readonly ids: ReadonlyMap<string, Kind>
  /** Numbers, slugs and codes that must stay unique, by what they belong to. */
  readonly tokens: ReadonlyMap<string, Kind>
}

/** One row as COPY writes it. Copy 0 is the template itself. */
export type RowTemplate = (clone: Clone) => string
type Piece = string | RowTemplate

const dayMillis = 86_400_000
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const moment = '\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:\\+00|Z)'
const pattern = new RegExp(`(?<id>${uuid})|(?<moment>${moment})|(?<token>[A-Za-z0-9][A-Za-z0-9_-]{3,})`, 'g')

/** Reads what varies out of a row's text, so that a copy is nothing but putting pieces together. */
export function rowTemplate(text: string, names: Names): RowTemplate {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    const piece = pieceOf(match.groups as Partial<Record<'id' | 'moment' | 'token', string>>, names)
    if (piece === undefined) continue
    pieces.push(text.slice(from, match.index), piece)
    from = match.index + match[0].length
  }
  pieces.push(text.slice(from))
  return (clone) => {
    let row = ''
    for (const piece of pieces) row += typeof piece === 'string' ? piece : piece(clone)
    return row
  }
}

function pieceOf(found: Partial<Record<'id' | 'moment' | 'token', string>>, names: Names): RowTemplate | undefined {
  if (found.id) return idPiece(found.id, names)
  if (found.moment) return momentPiece(found.moment)
  const kind = names.tokens.get(found.token!)
  return kind && tokenPiece(found.token!, kind)
}

/** Another id: the last eight digits say which copy it is. Those of orders bear the moment of their copy, as lists go by them. */
function idPiece(id: string, { ids }: Names): RowTemplate | undefined {
  const kind = ids.get(id)
  if (!kind) return undefined
  const middle = id.slice(13, 28)
  const headOf = kind === 'order' && id[14] === '7' ? datedHeads(id) : () => id.slice(0, 13)
  return (clone) => (clone[kind] === 0 ? id : headOf(clone.days) + middle + tailOf(kind, clone[kind]))
}

/** The first digits of an id of so many days earlier: its milliseconds. */
function datedHeads(id: string): (days: number) => string {
  const millis = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
  const known: string[] = []
  return (days) => {
    known[days] ??= (millis - days * dayMillis).toString(16).padStart(12, '0').replace(/^.{8}/, '$&-')
    return known[days]
  }
}

/** The last copy of each kind: its digits stand in every id of a row, and of the next rows too. */
const latest = {
  order: { copy: 0, tail: '' },
  product: { copy: 0, tail: '' },
  customer: { copy: 0, tail: '' },
} satisfies Record<Kind, unknown>

function tailOf(kind: Kind, copy: number): string {
  const known = latest[kind]
  if (known.copy !== copy) Object.assign(known, { copy, tail: copy.toString(16).padStart(8, '0') })
  return known.tail
}

const dayTexts = new Map<number, string>()

function dayText(day: number): string {
  const known = dayTexts.get(day)
  if (known) return known
  const text = new Date(day * dayMillis).toISOString().slice(0, 10)
  dayTexts.set(day, text)
  return text
}

function momentPiece(text: string): RowTemplate {
  const millis = Date.parse(text.replace(' ', 'T').replace('+00', 'Z'))
  const day = Math.floor(millis / dayMillis)
  const rest = new Date(millis).toISOString().slice(10)
  return ({ days }) => dayText(day - days) + rest
}

/** A document number keeps its form (prefix, day, seven digits, check digit); other codes get the copy's number behind them. */
function tokenPiece(token: string, kind: Kind): RowTemplate {
  const [, prefix, day] = /^([A-Z]{1,3})(\d{6})\d{8}$/.exec(token) ?? []
  if (!prefix) return (clone) => (clone[kind] === 0 ? token : `${token}-${clone[kind].toString(36)}`)
  return (clone) => {
    const copy = clone[kind]
    if (copy === 0) return token
    const digits = `${day}${String(copy).padStart(7, '0')}`
    return `${prefix}B${digits}${luhnDigit(digits)}` // with a letter more, so that it meets no number of the template
  }
}

function luhnDigit(digits: string): number {
  let total = 0
  for (let index = 0; index < digits.length; index++) {
    const doubled = Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 2 : 1)
    total += doubled > 9 ? doubled - 9 : doubled
  }
  return (10 - (total % 10)) % 10
}
