import { type AttributeValue, type CategoryAttribute, catalogLimits } from './model.ts'
import { attributeInvalid, attributeUnknown } from './product.ts'

/** The facts in the category's order; empty ones are left out. @throws attributeUnknown, attributeInvalid */
export function cleanAttributes(
  given: Readonly<Record<string, AttributeValue>>,
  known: readonly CategoryAttribute[],
): Record<string, AttributeValue> {
  const stranger = Object.keys(given).find((code) => !known.some((attribute) => attribute.code === code))
  if (stranger !== undefined) throw attributeUnknown({ field: `attributes.${stranger}`, attribute: stranger })
  const stated = known.filter(({ code }) => Object.hasOwn(given, code) && !isEmpty(given[code]!))
  return Object.fromEntries(stated.map((attribute) => [attribute.code, cleanValue(attribute, given[attribute.code]!)]))
}

const isEmpty = (value: AttributeValue): boolean =>
  typeof value === 'object' ? !value.zh.trim() && !value.en.trim() : typeof value === 'string' && value.trim() === ''

function cleanValue({ code, kind, options }: CategoryAttribute, value: AttributeValue): AttributeValue {
  const invalid = attributeInvalid({
    field: `attributes.${code}`,
    attribute: code,
    value: typeof value === 'object' ? value.zh : String(value),
  })
  if (kind === 'number') {
    const number = typeof value === 'string' ? Number(value.trim()) : value
    if (typeof number !== 'number' || !Number.isFinite(number)) throw invalid
    return number
  }
  if (kind === 'choice') {
    if (typeof value !== 'string' || !options.some((option) => option.code === value)) throw invalid
    return value
  }
  if (typeof value === 'number' || wordsOf(value).some((word) => word.length > catalogLimits.attribute)) throw invalid
  return typeof value === 'string' ? value.trim() : { zh: value.zh.trim(), en: value.en.trim() }
}

const wordsOf = (value: Exclude<AttributeValue, number>): string[] =>
  typeof value === 'string' ? [value] : [value.zh, value.en]
