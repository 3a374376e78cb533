import { Type } from 'typebox'
import { expect, test } from 'vitest'
import type { Locale } from '#kernel/text'
import { compileAnswer, compileRequest, createServer, IdText, OneOf } from '#platform/http'
import { openLog } from '#platform/log'
import { houseTexts } from '../texts.ts'
import { fieldTexts, fieldWords } from './field-words.ts'
import { apiRoutes } from './index.ts'

interface Declared {
  readonly route: string
  readonly part: string
  readonly schema: object
}

/** Every shape that the API's routes declare. */
async function declaredShapes(): Promise<Declared[]> {
  const app = createServer({
    log: openLog({ level: 'silent' }),
    publicUrl: 'http://shop.example',
    version: '0',
    texts: houseTexts,
    identify: () => Promise.reject(new Error('nobody asks')),
    contextFor: () => {
      throw new Error('nobody asks')
    },
  })
  const shapes: Declared[] = []
  app.addHook('onRoute', ({ method, url, schema = {} }) => {
    const { response, ...parts } = schema
    for (const name of ['body', 'querystring', 'params', 'headers'] as const)
      if (parts[name]) shapes.push({ route: `${method} ${url}`, part: name, schema: parts[name] as object })
    for (const [status, answer] of Object.entries((response ?? {}) as Record<string, object>))
      if (!('content' in answer)) shapes.push({ route: `${method} ${url}`, part: status, schema: answer })
  })
  apiRoutes(app)
  await app.ready()
  await app.close()
  return shapes
}

const errorOf = (act: () => unknown): string | undefined => {
  try {
    act()
  } catch (error) {
    return String(error)
  }
}

test('every shape that a route declares can be compiled, so that no first caller finds out that it cannot', async () => {
  const shapes = await declaredShapes()
  const broken = shapes.flatMap(({ route, part, schema }) => {
    const isAnswer = /^\d/.test(part)
    const error = errorOf(() => (isAnswer ? compileAnswer(schema) : compileRequest(schema, part)))
    return error ? [`${route} ${part}: ${error}`] : []
  })
  expect(shapes.length).toBeGreaterThan(500)
  expect(broken).toEqual([])
})

type Shape = { readonly [Word in string]: unknown } & { readonly properties?: Readonly<Record<string, Shape>> }

/** A shape and all shapes within it. */
function within(shape: Shape): Shape[] {
  const { properties = {}, patternProperties = {}, items, anyOf = [], allOf = [], additionalProperties } = shape
  const inner = [
    ...Object.values(properties),
    ...Object.values(patternProperties as object),
    items,
    additionalProperties,
  ]
  const shapes = [...inner, ...(anyOf as Shape[]), ...(allOf as Shape[])].filter((each) => typeof each === 'object')
  return [shape, ...(shapes as Shape[]).flatMap(within)]
}

const asked = (await declaredShapes())
  .filter(({ part }) => !/^\d/.test(part))
  .flatMap(({ schema }) => within(schema as Shape))

test('every field that a call takes has a name in both languages (apps/api/field-words.ts), and no name is for a field that is gone', () => {
  const fields = new Set(asked.flatMap(({ properties = {} }) => Object.keys(properties)))
  const parts = ['body', 'headers', 'params', 'querystring']
  expect(fields.size).toBeGreaterThan(300)
  expect([...fields].filter((field) => !Object.hasOwn(fieldWords, field))).toEqual([])
  expect(Object.keys(fieldWords).filter((field) => !fields.has(field) && !parts.includes(field))).toEqual([])
  expect(Object.entries(fieldTexts).filter(([, { zh, en }]) => !isIn('zh', zh) || !isIn('en', en))).toEqual([])
})

/** Names of the trade that stay as they are in both languages. */
const isIn = (locale: Locale, text: string): boolean =>
  locale === 'en' ? !/\p{Script=Han}/u.test(text) : /\p{Script=Han}/u.test(text)

const notRules = [
  'const',
  'anyOf',
  'allOf',
  'items',
  'properties',
  'patternProperties',
  'default',
  'description',
  'title',
]

test('every rule that a shape may set has its words in both languages', () => {
  const rules = asked.flatMap((shape) =>
    Object.entries(shape).flatMap(([rule, asks]) => {
      if (notRules.includes(rule) || (rule === 'additionalProperties' && asks !== false)) return []
      return [asks].flat().map((each) => (rule === 'type' || rule === 'format' ? `${rule}.${each}` : rule))
    }),
  )
  const untold = new Set(rules).difference(new Set(Object.keys(houseTexts).map((key) => key.replace('malformed.', ''))))
  expect([...untold]).toEqual(['pattern']) // its words are those of `malformed.form`
})

const malformed: readonly (readonly [body: unknown, zh: string, en: string])[] = [
  [{}, '“商品行”填写有误：必须填写', '“lines” is not valid: it is required'],
  [{ lines: 'x' }, '“商品行”填写有误：须为一组值', '“lines” is not valid: it must be a list'],
  [{ lines: [] }, '“商品行”填写有误：至少要有一项', '“lines” is not valid: it must not be empty'],
  [{ lines: [{}, {}, {}] }, '“商品行”填写有误：最多 2 项', '“lines” is not valid: at most 2 entries'],
  [
    line({ quantity: '2' }),
    '“商品行 1 › 数量”填写有误：须为整数',
    '“lines 1 › quantity” is not valid: it must be a whole number',
  ],
  [
    line({ quantity: 0 }),
    '“商品行 1 › 数量”填写有误：不能小于 1',
    '“lines 1 › quantity” is not valid: it must be at least 1',
  ],
  [
    line({ variantId: 'x' }),
    '“商品行 1 › 规格”填写有误：不是有效的编号',
    '“lines 1 › variant” is not valid: it is not an id',
  ],
  [
    line({ price: 1 }),
    '“商品行 1 › 价格”填写有误：没有这一项',
    '“lines 1 › price” is not valid: there is no such field',
  ],
  [line({ note: '' }), '“商品行 1 › 备注”填写有误：不能为空', '“lines 1 › note” is not valid: it must not be empty'],
  [
    line({ note: 'four' }),
    '“商品行 1 › 备注”填写有误：最多 3 个字',
    '“lines 1 › note” is not valid: at most 3 characters',
  ],
  [line({ note: 7 }), '“商品行 1 › 备注”填写有误：须为文字', '“lines 1 › note” is not valid: it must be text'],
  [
    line({ dueOn: '1/2' }),
    '“商品行 1 › 截止日期”填写有误：须为日期，例如 2026-03-01',
    '“lines 1 › due day” is not valid: it must be a day, such as 2026-03-01',
  ],
  [
    line({ grade: 'C' }),
    '“商品行 1 › 品级”填写有误：只能是 A / B',
    '“lines 1 › grade” is not valid: it can only be A / B',
  ],
  [
    line({ kind: 'b' }),
    '“商品行 1 › 类型”填写有误：只能是 gift / sale',
    '“lines 1 › kind” is not valid: it can only be gift / sale',
  ],
  [
    line({ waybillNumber: '#' }),
    '“商品行 1 › 运单号”填写有误：格式不对',
    '“lines 1 › waybill number” is not valid: it is not in the form that is asked for',
  ],
  [
    line({ quantity: 1e300 }),
    '“商品行 1 › 数量”填写有误：数字过大，无法精确计算',
    '“lines 1 › quantity” is not valid: the number is too large to be reckoned with exactly',
  ],
  [
    line({ note: '\0' }),
    '“商品行 1 › 备注”填写有误：含有无法保存的字符',
    '“lines 1 › note” is not valid: it holds characters that cannot be kept',
  ],
  [7, '“内容”填写有误：须为一组字段', '“content” is not valid: it must be a set of fields'],
]

function line(wrong: Record<string, unknown>) {
  return { lines: [{ variantId: '01a208f3-21b3-7023-b93f-2701e57e1c36', quantity: 1, ...wrong }] }
}

const Line = Type.Object(
  {
    variantId: IdText,
    quantity: Type.Integer({ minimum: 1 }),
    note: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 3 }), Type.Null()])),
    dueOn: Type.Optional(Type.String({ format: 'date' })),
    grade: Type.Optional(OneOf(['A', 'B'])),
    kind: Type.Optional(Type.Union([Type.Literal('gift'), Type.Literal('sale')])),
    waybillNumber: Type.Optional(Type.String({ pattern: '^[A-Z]+$' })),
  },
  { additionalProperties: false },
)
const Lines = Type.Object({ lines: Type.Array(Line, { minItems: 1, maxItems: 2 }) }, { additionalProperties: false })

test.each(malformed)(
  'what is malformed is told in the reader’s language, its field by name: %j',
  async (payload, zh, en) => {
    const app = createServer({
      log: openLog({ level: 'silent' }),
      publicUrl: 'http://shop.example',
      version: '0',
      texts: houseTexts,
      identify: () => Promise.reject(new Error('nobody asks')),
      contextFor: () => {
        throw new Error('nobody asks')
      },
    })
    await app.after()
    app.post('/lines', { config: { needs: 'open' }, schema: { body: Lines } }, async () => ({}))
    const told = async (language: Locale) => {
      const headers = { 'accept-language': language, 'content-type': 'application/json' }
      const answer = await app.inject({ method: 'POST', url: '/lines', headers, payload: JSON.stringify(payload) })
      return [answer.statusCode, answer.json().detail]
    }
    expect([await told('zh'), await told('en')]).toEqual([
      [400, zh],
      [400, en],
    ])
    await app.close()
  },
)
