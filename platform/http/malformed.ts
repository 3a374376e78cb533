import type { FastifySchemaValidationError } from 'fastify'
import { type Locale, say, type Texts } from '#kernel/text'

/** What is wrong with a request that is not as its route declares. */
export interface Malformed {
  /** The path of the wrong input, `lines.0.quantity`, or the part of the request when it is wrong as a whole. */
  readonly field: string
  /** What it breaks, in the words of JSON Schema: `required`, `maxLength`. */
  readonly rule: string
  /** What the rule asks for: the most characters, the values that are taken. */
  readonly asks?: string | number
}

export function malformedIn(findings: readonly FastifySchemaValidationError[], part = 'body'): Malformed {
  const told = mostTelling(findings)
  const { missingProperty, additionalProperty } = told.params as Record<string, string | undefined>
  const inner = missingProperty ?? additionalProperty
  const path = [...told.instancePath.split('/').slice(1), ...(inner === undefined ? [] : [inner])]
  const rule = told.keyword === 'const' ? 'enum' : told.keyword
  const asks = asked(rule, told, findings)
  return { field: path.join('.') || part, rule, ...(asks === undefined ? {} : { asks }) }
}

/** Where one of several shapes is taken, each of them says why it is not met: what lies deepest came closest. */
function mostTelling(findings: readonly FastifySchemaValidationError[]): FastifySchemaValidationError {
  const plain = findings.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'const')
  const [first, ...others] = plain.length > 0 ? plain : findings
  return others.reduce((best, each) => (depth(each) > depth(best) ? each : best), first!)
}

const depth = ({ instancePath }: FastifySchemaValidationError): number => instancePath.split('/').length

function asked(rule: string, told: FastifySchemaValidationError, findings: readonly FastifySchemaValidationError[]) {
  const { limit, type, format } = told.params as Record<string, string | number | undefined>
  const among = findings
    .filter((each) => each.instancePath === told.instancePath)
    .flatMap(
      ({ params }) => (params.allowedValues as unknown[]) ?? ('allowedValue' in params ? params.allowedValue : []),
    )
  return rule === 'enum' ? among.join(' / ') : (limit ?? format ?? type)
}

/** "“lines 1 › quantity” is not valid: it must be a whole number", in the reader's language. */
export const sayMalformed = (texts: Texts, locale: Locale, { field, rule, asks }: Malformed): string =>
  say(texts, locale, 'request.invalid', {
    field: sayField(texts, locale, field),
    finding: say(texts, locale, findingKey(texts, rule, asks), { asks }),
  })

/** The words of a rule, of what it asks for where that has words of its own; of a form that is not kept where nobody gave it any. */
function findingKey(texts: Texts, rule: string, asks?: string | number): string {
  const keys = [`malformed.${rule}.${asks}`, `malformed.${rule}`]
  return keys.find((key) => key in texts) ?? 'malformed.form'
}

/** A field as people call it: "lines 1 › quantity" for `lines.0.quantity`. What nobody named keeps its own name. */
export function sayField(texts: Texts, locale: Locale, path: string): string {
  const nameOf = (step: string) => (`field.${step}` in texts ? say(texts, locale, `field.${step}`) : step)
  return path
    .replaceAll(/\.(\d+)(?=\.|$)/g, (_, at: string) => ` ${Number(at) + 1}`)
    .split('.')
    .map((step) => step.replace(/^\S+/, nameOf))
    .join(' › ')
}
