import { expect, test } from 'vitest'
import { type NewScan, openScanQueue, type QueuedScan, type ScanStore, type SendOutcome } from './scan-queue.ts'

const aScan = (code: string, task = 'outbound-1'): NewScan => ({
  id: `id-${code}`,
  task,
  call: 'POST /api/v1/admin/pda/outbounds/{id}/pack-scans',
  input: { path: { id: task }, body: { scanId: `id-${code}`, code } },
})
const codes = (scans: readonly QueuedScan[]) => scans.map(({ input }) => input.body.code)

function aStore(kept: readonly QueuedScan[] = []): ScanStore {
  const scans = new Map(kept.map((scan) => [scan.id, scan]))
  return {
    all: () => [...scans.values()],
    keep: (scan) => void scans.set(scan.id, scan),
    forget: (id) => void scans.delete(id),
  }
}

/** A server that can be out of reach and notes what came in. */
function aServer() {
  const came: unknown[] = []
  const server = {
    came,
    isAway: false,
    send: async (scan: QueuedScan): Promise<SendOutcome> => {
      await Promise.resolve()
      if (server.isAway) return { kind: 'away' }
      came.push(scan.input.body.code)
      return scan.input.body.code === 'bad'
        ? { kind: 'refused', error: new Error('no') }
        : { kind: 'answered', answer: scan.input.body.code }
    },
  }
  return server
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

test('scans made faster than the server answers all arrive, in the order they were made', async () => {
  const server = aServer()
  const queue = openScanQueue({ store: aStore(), send: server.send, pause: settled as () => Promise<void> })

  for (const code of ['bin', 'a', 'b', 'a2', 'c']) queue.add(aScan(code))
  await settled()

  expect(server.came).toEqual(['bin', 'a', 'b', 'a2', 'c'])
  expect(queue.state()).toEqual({ waiting: 0, away: false })
})

test('scans made while the server is away wait and are sent when it is back', async () => {
  const server = aServer()
  server.isAway = true
  const queue = openScanQueue({ store: aStore(), send: server.send, pause: settled as () => Promise<void> })

  queue.add(aScan('a'))
  queue.add(aScan('b'))
  await settled()
  expect(queue.state()).toEqual({ waiting: 2, away: true })

  server.isAway = false
  await settled()
  await settled()
  expect(server.came).toEqual(['a', 'b'])
  expect(queue.state()).toEqual({ waiting: 0, away: false })
})

test('what was not sent before a reload is sent after it, under the same ids and in the same order', async () => {
  const server = aServer()
  const store = aStore()
  const before = openScanQueue({
    store,
    send: () => new Promise<SendOutcome>(() => undefined),
    pause: async () => undefined,
  })
  for (const code of ['a', 'b', 'c']) before.add(aScan(code))

  const after = openScanQueue({ store, send: server.send, pause: async () => undefined })
  expect(codes(after.waitingFor('outbound-1'))).toEqual(['a', 'b', 'c'])
  await settled()

  expect(server.came).toEqual(['a', 'b', 'c'])
  expect(store.all()).toEqual([])
})

test('a refused scan is told and holds nobody up', async () => {
  const server = aServer()
  const queue = openScanQueue({ store: aStore(), send: server.send, pause: async () => undefined })
  const told: string[] = []
  queue.onTaken(({ scan, kind }) => void told.push(`${scan.input.body.code} ${kind}`))

  queue.add(aScan('bad'))
  queue.add(aScan('good'))
  await settled()

  expect(told).toEqual(['bad refused', 'good answered'])
})
