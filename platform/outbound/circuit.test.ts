import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { callOutside } from './call.ts'
import { circuit, circuitLimits } from './circuit.ts'
import { NotAsked } from './errors.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A circuit whose clock the test moves. */
function aCircuit(limits = circuitLimits) {
  let millis = 0
  const way = circuit(limits, () => millis)
  const call = (failed: boolean, restMillis = 0) =>
    way
      .run(
        async () => failed,
        () => ({ failed, restMillis }),
      )
      .catch((error: unknown) => error)
  return { way, call, wait: (by: number) => (millis += by) }
}

test('C13 five failures in a row open the circuit, and nobody is called while it is open', async () => {
  const { way, call } = aCircuit()
  let asked = 0
  for (let each = 0; each < 5; each += 1) await call(true)

  const refused = await way
    .run(
      async () => (asked += 1),
      () => ({ failed: false }),
    )
    .catch((error: unknown) => error)

  expect(way.state).toBe('open')
  expect(refused).toBeInstanceOf(NotAsked)
  expect(asked).toBe(0)
})

test('C13 half of the last twenty calls failing opens it too, fewer do not', async () => {
  const [bad, good] = [aCircuit(), aCircuit()]
  for (let each = 0; each < 20; each += 1) {
    await bad.call(each % 2 === 0)
    await good.call(each % 3 === 0)
  }
  expect([bad.way.state, good.way.state]).toEqual(['open', 'closed'])
})

test('C13 after its rest of ten seconds exactly one call tries again: it closes the circuit, or opens it anew', async () => {
  const { way, call, wait } = aCircuit()
  for (let each = 0; each < 5; each += 1) await call(true)
  wait(circuitLimits.restMillis)

  const [trial, beside] = await Promise.all([call(true), call(false)])
  expect([trial, beside]).toEqual([true, expect.any(NotAsked)])
  expect(way.state).toBe('open')

  wait(circuitLimits.restMillis)
  expect(await call(false)).toBe(false)
  expect(way.state).toBe('closed')
})

test('C13 one that asks to be left alone is left alone for as long, however well it did before', async () => {
  const { way, call, wait } = aCircuit()
  await call(false)
  await call(true, 30_000)

  wait(29_999)
  expect(await call(false)).toBeInstanceOf(NotAsked)
  wait(1)
  expect(await call(false)).toBe(false)
  expect(way).toMatchObject({ state: 'closed', refused: 1, underWay: 0 })
})

test('work that throws counts as a failure and its error reaches the caller', async () => {
  const { way } = aCircuit()
  const broken = () =>
    way
      .run(
        () => Promise.reject(new Error('reset')),
        () => ({ failed: false }),
      )
      .catch((error: Error) => error.message)
  const said = []
  for (let each = 0; each < 6; each += 1) said.push(await broken())
  expect(said).toEqual([...Array(5).fill('reset'), 'left alone after too many failures'])
})

test('C14 more calls at once than the bulkhead holds are refused at once, and room is made again', async () => {
  const { way } = aCircuit({ ...circuitLimits, atOnce: 2 })
  const open = Promise.withResolvers<number>()
  const held = [
    way.run(
      () => open.promise,
      () => ({ failed: false }),
    ),
    way.run(
      () => open.promise,
      () => ({ failed: false }),
    ),
  ]

  const third = await way
    .run(
      async () => 3,
      () => ({ failed: false }),
    )
    .catch((error: unknown) => error)
  open.resolve(1)
  await Promise.all(held)

  expect(third).toBeInstanceOf(NotAsked)
  expect(
    await way.run(
      async () => 4,
      () => ({ failed: false }),
    ),
  ).toBe(4)
})

test('C13 a provider that answers 500 five times is left alone; another address of it is not', async () => {
  let asked = 0
  const start = async (status: number) => {
    const server = createServer((_, response) => {
      asked += 1
      response.writeHead(status).end()
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    stops.push(() => server.close().closeAllConnections())
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  }
  const limits = { connectMillis: 500, totalMillis: 1_000, bodyBytes: 1_000 }
  const [bad, good] = [await start(500), await start(200)]
  const call = (url: URL) => callOutside('test', { url, method: 'GET', headers: {}, body: '' }, limits)
  for (let each = 0; each < 5; each += 1) expect((await call(bad)).status).toBe(500)

  await expect(call(bad)).rejects.toThrow(NotAsked)
  expect((await call(good)).status).toBe(200)
  expect(asked).toBe(6)
})
