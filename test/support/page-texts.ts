import { parseSync, Visitor } from 'oxc-parser'
import type { SourceText } from './sources.ts'

/** The texts of one page or face, as its file declares them. */
export interface Catalogue {
  /** The name by which pages import it. */
  readonly name: string
  readonly texts: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
}

/** What a source says: its string literals, and its templates with `⟨⟩` for each hole. */
export interface Said {
  readonly path: string
  readonly literals: ReadonlySet<string>
  readonly templates: readonly string[]
  /** The first arguments of `t(…)`: keys by all that can be seen. */
  readonly asked: readonly string[]
  /** Words for people that stand in the source itself. */
  readonly bare: readonly string[]
}

const hole = '⟨⟩'

/** Reads what a page says; of an Astro page also its markup. */
export function saidBy({ path, text }: SourceText): Said {
  if (!path.endsWith('.astro')) return saidInCode(path, text)
  const [, code = '', markup = text] = /^\s*---\n([\s\S]*?)\n---([\s\S]*)$/.exec(text) ?? []
  const own = saidInCode(path.replace(/\.astro$/, '.tsx'), code)
  const inMarkup = saidInMarkup(markup)
  return {
    path,
    literals: new Set([...own.literals, ...inMarkup.literals]),
    templates: [...own.templates, ...inMarkup.templates],
    asked: [...own.asked, ...inMarkup.asked],
    bare: [...own.bare, ...inMarkup.bare],
  }
}

const shown = new Set([
  'title',
  'label',
  'placeholder',
  'aria-label',
  'alt',
  'extra',
  'description',
  'suffix',
  'prefix',
])
/** One character alone is a seal's drawing. */
const isHan = (text: string): boolean => /\p{Script=Han}{2}/u.test(text)
/** A word of a language, not a unit, a code or a name in capitals. */
const hasWord = (text: string): boolean => /(?<![\p{L}./-])\p{Lu}?\p{Ll}{3,}(?![\p{L}.:/-])/u.test(text)

function saidInCode(path: string, code: string): Said {
  const literals = new Set<string>()
  const templates: string[] = []
  const asked: string[] = []
  const bare: string[] = []
  /** Where a text stands that has its other language beside it. */
  const inBoth = new Set<number>()
  const { program } = parseSync(path, code)
  new Visitor({
    Literal({ value, start }) {
      if (typeof value !== 'string') return
      literals.add(value)
      if (isHan(value) && !inBoth.has(start)) bare.push(value)
    },
    ObjectExpression({ properties }) {
      const values = properties.flatMap((each) => (each.type === 'Property' ? [each] : []))
      const named = new Map(values.map(({ key, value }) => [key.type === 'Identifier' ? key.name : '', value.start]))
      if (named.has('zh') && named.has('en')) inBoth.add(named.get('zh')!).add(named.get('en')!)
    },
    TemplateLiteral({ quasis }) {
      const template = quasis.map(({ value }) => value.cooked ?? '').join(hole)
      templates.push(template)
      if (isHan(template)) bare.push(template)
    },
    JSXText({ value }) {
      if (isHan(value) || hasWord(value)) bare.push(value.trim())
    },
    JSXAttribute({ name, value }) {
      const isShown = name.type === 'JSXIdentifier' && shown.has(name.name)
      if (isShown && value?.type === 'Literal' && hasWord(String(value.value))) bare.push(String(value.value))
    },
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== 'Identifier' || callee.name !== 't' || !first) return
      if (first.type === 'Literal') asked.push(String(first.value))
      if (first.type === 'TemplateLiteral') asked.push(first.quasis.map(({ value }) => value.cooked ?? '').join(hole))
    },
  }).visit(program)
  return { path, literals, templates, asked, bare }
}

/** Markup is no language a parser of ours reads: its strings stand in quotes, its words between the tags. */
function saidInMarkup(markup: string): Omit<Said, 'path'> {
  const visible = markup.replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>|<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g, '')
  const strings = [...visible.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, plain, template]) => ({ plain, template }))
  const shape = (template: string) => template.replaceAll(/\$\{[^}]*\}/g, hole)
  const asked = [...visible.matchAll(/\bt\((?:'([^']*)'|`([^`]*)`)/g)].map(([, key, made]) => key ?? shape(made!))
  const words = withoutBraces(visible)
    .split(/<[^>]*>/)
    .map((each) => each.trim())
  return {
    literals: new Set(strings.flatMap(({ plain }) => (plain === undefined ? [] : [plain]))),
    templates: strings.flatMap(({ template }) => (template === undefined ? [] : [shape(template)])),
    asked,
    bare: words.filter((each) => isHan(each) || hasWord(each)),
  }
}

/** What stands in braces is code; the innermost first, until none is left. */
function withoutBraces(text: string): string {
  const less = text.replaceAll(/\{[^{}]*\}/g, '')
  return less === text ? text : withoutBraces(less)
}

/** Whether a key is written out in a source, or has the shape of a template of it. */
export const says = ({ literals, templates, asked }: Said, key: string): boolean =>
  literals.has(key) || asked.includes(key) || templates.some((template) => isOfShape(key, template))

/** `order.headline.paid` is of the shape `order.headline.⟨⟩`. A template that is all holes is of no shape. */
export function isOfShape(key: string, template: string): boolean {
  const parts = template.split(hole)
  if (parts.length < 2 || !parts.some((part) => /\p{L}/u.test(part))) return false
  return new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('[\\w.-]+')}$`).test(key)
}

/** Keys that lack a language, or whose languages name different values to fill in; `{zh}` and `{en}` are one, each in its language. */
export const incomplete = ({ texts }: Catalogue): string[] =>
  Object.entries(texts)
    .filter(([, { zh, en }]) => !zh.trim() || !en.trim() || valuesOf(zh) !== valuesOf(en))
    .map(([key]) => key)

const valuesOf = (text: string): string =>
  [...new Set(text.replaceAll('{en}', '{zh}').match(/\{\w+\}/g))].sort().join(' ')
