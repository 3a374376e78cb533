import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface SourceText {
  readonly path: string
  readonly text: string
}

/** One `import`, `export … from`, `import()`, `require()` or `import('…')` type. */
export interface Import {
  /** Absent when the name is computed and cannot be read. */
  readonly specifier?: string
  /** Erased before running. */
  readonly typeOnly: boolean
  readonly line: number
}

export interface TableWrite {
  readonly table: string
  readonly line: number
}

/** What the checks need to know of one file. */
export interface Source {
  readonly path: string
  readonly imports: readonly Import[]
  readonly writes: readonly TableWrite[]
  /** Titles of its tests. */
  readonly titles: readonly string[]
  /** Why it could not be read. */
  readonly fault?: string
}

const isSource = (path: string): boolean => /\.(ts|tsx|mts|astro)$/.test(path) && !path.endsWith('.d.ts')
const skipped = /(^|\/)(node_modules|dist|\.astro)(\/|$)/

/** The source texts below some folders of a root, in a stable order. Folders that do not exist hold none. */
export function readSources(root: string, folders: readonly string[]): SourceText[] {
  return folders
    .flatMap((folder) => listed(join(root, folder)).map((path) => relative(root, path).replaceAll('\\', '/')))
    .filter((path) => isSource(path) && !skipped.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

interface Node {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

/** Reads a file with a real parser: no comment or text is taken for code. */
export function parseSource({ path, text }: SourceText): Source {
  const code = path.endsWith('.astro') ? codeOfAstro(text) : text
  const { program, errors } = parseSync(path.replace(/\.astro$/, '.tsx'), code)
  const lineOf = (node: Node) => code.slice(0, node.start).split('\n').length
  const found = { path, imports: [] as Import[], writes: [] as TableWrite[], titles: [] as string[] }
  walk(program as unknown as Node, (node) => {
    const line = () => lineOf(node)
    for (const { specifier, typeOnly } of importsOf(node)) found.imports.push({ specifier, typeOnly, line: line() })
    for (const table of writesOf(node)) found.writes.push({ table, line: line() })
    found.titles.push(...titlesOf(node))
  })
  return errors.length > 0 ? { ...found, fault: errors[0]!.message } : found
}

/** The frontmatter and the scripts of an Astro page, each line where it was. */
function codeOfAstro(text: string): string {
  const keep = (part: string) => part
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  const [, frontmatter = '', rest = text] = /^\s*---\n([\s\S]*?)\n---([\s\S]*)$/.exec(text) ?? []
  const scripts = rest.split(/(<script[^>]*>[\s\S]*?<\/script>)/).map((part) => {
    const script = /^(<script[^>]*>)([\s\S]*)<\/script>$/.exec(part)
    return script ? blank(script[1]!) + keep(script[2]!) : blank(part)
  })
  return `\n${frontmatter}\n${scripts.join('')}`
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit)
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string'

function importsOf(node: Node): Pick<Import, 'specifier' | 'typeOnly'>[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source ? [{ specifier: textOf(node.source), typeOnly: isErased(node) }] : []
    case 'ImportExpression':
      return [{ specifier: textOf(node.source), typeOnly: false }]
    case 'TSImportType':
      return [{ specifier: textOf(node.source), typeOnly: true }]
    case 'TSExternalModuleReference':
      return [{ specifier: textOf(node.expression), typeOnly: false }]
    case 'CallExpression':
      return (node.callee as Node).name === 'require'
        ? [{ specifier: textOf(argumentsOf(node)[0]), typeOnly: false }]
        : []
    default:
      return []
  }
}

/** `import type`, or every name in the braces marked `type`. */
function isErased(node: Node): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true
  const names = (node.specifiers as Node[] | undefined) ?? []
  return names.length > 0 && names.every((name) => name.importKind === 'type' || name.exportKind === 'type')
}

const argumentsOf = (node: Node): Node[] => node.arguments as Node[]

/** The text of a literal, or of a template without holes. */
function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node.type !== 'TemplateLiteral' || (node.expressions as Node[]).length > 0) return undefined
  return templateText(node)
}

const templateText = (node: Node): string =>
  (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join(' ⟨?⟩ ')

const builders = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto'])
const writing =
  /\b(?:insert\s+into|update(?:\s+only)?|delete\s+from(?:\s+only)?|merge\s+into|truncate(?:\s+table)?|copy)\s+"?([a-z_]+)"?\."?([a-z_0-9]+)"?/gi
const writingComputed = /\b(?:insert\s+into|delete\s+from|merge\s+into)\s+⟨\?⟩/i

/** Tables written by a query builder's call or by SQL in any text. `?` stands for a computed one. */
function writesOf(node: Node): string[] {
  if (node.type === 'CallExpression') return builtWrite(node)
  if (node.type === 'Literal' && typeof node.value === 'string') return writesIn(node.value)
  return node.type === 'TemplateLiteral' ? writesIn(templateText(node)) : []
}

function builtWrite(node: Node): string[] {
  const { property } = node.callee as { property?: Node }
  if (!property || !builders.has(String(property.name))) return []
  return [textOf(argumentsOf(node)[0])?.split(/\s+as\s+/i)[0] ?? '?']
}

const writesIn = (text: string): string[] => [
  ...[...text.matchAll(writing)].map(([, schema, table]) => `${schema}.${table}`.toLowerCase()),
  ...(writingComputed.test(text) ? ['?'] : []),
]

/** `test('…')`, `it('…')`, `test.each(…)('…')`, `test.for(…)('…')`, `test.skip('…')`. */
function titlesOf(node: Node): string[] {
  if (node.type !== 'CallExpression' || !['test', 'it'].includes(rootName(node.callee as Node))) return []
  const first = argumentsOf(node)[0]
  const title = first && (textOf(first) ?? (first.type === 'TemplateLiteral' ? templateText(first) : undefined))
  return title ? [title] : []
}

function rootName(callee: Node): string {
  const inner = (callee.object ?? callee.callee) as Node | undefined
  return inner ? rootName(inner) : String(callee.name)
}
