import { expect, test } from 'vitest'
import { compileAnswer, compileRequest, createServer } from '#platform/http'
import { openLog } from '#platform/log'
import { houseTexts } from '../texts.ts'
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
