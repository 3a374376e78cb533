import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { createServer } from '#platform/http'
import { openLog } from '#platform/log'

const app = createServer({
  log: openLog({ level: 'silent' }),
  publicUrl: 'http://127.0.0.1',
  version: 'test',
  texts: {},
  identify: async () => ({ actor: guest, shopId: 'none' as never, locale: 'zh' }),
  contextFor: () => ({}) as never,
})
const guest = { kind: 'guest', id: null, name: 'guest', permissions: new Set<string>() } as const
await app.after()
const config = { needs: 'anyone', hidden: true } as const
app.get('/quick', { config }, async () => ({ quick: true }))
app.get('/large', { config }, async (_request, reply) => reply.type('text/plain').send('x'.repeat(8_000_000)))
app.post('/taken', { config }, async () => ({ taken: true }))
await app.listen({ port: 0, host: '127.0.0.1' })
afterAll(() => app.close())
const { port } = app.server.address() as { port: number }

interface Talk {
  readonly socket: Socket
  /** What was answered so far. */
  heard(): string
  /** Seconds until the server closed the connection. */
  readonly closed: Promise<number>
}

const open = new Set<Socket>()
afterAll(() => {
  for (const socket of open) socket.destroy()
})

function talk(first: string | Buffer): Talk {
  const began = performance.now()
  const socket = connect(port, '127.0.0.1')
  open.add(socket)
  let heard = ''
  socket.on('data', (bytes) => {
    if (heard.length < 10_000) heard += bytes.toString('latin1')
  })
  socket.on('error', () => undefined) // a server that has had enough may reset
  const closed = new Promise<number>((close) => socket.on('close', () => close((performance.now() - began) / 1_000)))
  socket.write(first)
  return { socket, heard: () => heard, closed }
}

/** Waits for the first words of an answer. */
async function answerOf({ heard }: Talk): Promise<string> {
  for (let waited = 0; heard() === '' && waited < 5_000; waited += 50) await sleep(50)
  return heard()
}

const megabytes = (): number => process.memoryUsage().rss / 1_048_576

test('F05 five hundred who send their heads a byte a second are shown out within fifteen seconds, and others are served meanwhile', async () => {
  const slow = Array.from({ length: 500 }, () => talk('GET /quick HTTP/1.1\r\nHost: x\r\nX-Slow: '))
  const drip = setInterval(() => {
    for (const { socket } of slow) if (socket.writable) socket.write('a')
  }, 1_000)
  const worst: number[] = []
  for (let round = 0; round < 10; round += 1) {
    const began = performance.now()
    const answer = await fetch(`http://127.0.0.1:${port}/quick`)
    expect(answer.status).toBe(200)
    worst.push(performance.now() - began)
    await sleep(200)
  }
  const seconds = await Promise.all(slow.map(({ closed }) => closed))
  clearInterval(drip)
  expect(Math.max(...seconds)).toBeLessThan(15)
  expect(Math.max(...worst)).toBeLessThan(2_000)
  expect(slow[0]!.heard()).toMatch(/^(HTTP\/1\.1 408|$)/)
})

test('F05 a body that stalls is given up after a minute', async () => {
  const stalled = talk(
    'POST /taken HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a"',
  )
  expect(await stalled.closed).toBeLessThan(66)
  expect(stalled.heard()).not.toContain('"taken"')
})

test('F05 fifty who ask for a large answer and do not read it are not given more memory than their sockets hold', async () => {
  const before = megabytes()
  const readers = Array.from({ length: 50 }, () => {
    const one = talk('GET /large HTTP/1.1\r\nHost: x\r\n\r\n')
    one.socket.pause()
    return one
  })
  await sleep(1_500)
  const { status } = await fetch(`http://127.0.0.1:${port}/quick`)
  expect(status).toBe(200)
  expect(megabytes() - before).toBeLessThan(600) // eight megabytes each at most, and none twice
  for (const { socket } of readers) socket.destroy()
})

const head = (length: string, type = 'application/json'): string =>
  `POST /taken HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n${length}\r\n\r\n`

test('F06 a body that says it is a hundred megabytes or a gigabyte is refused before it is read', async () => {
  const before = megabytes()
  for (const bytes of [104_857_600, 1_073_741_824]) {
    const large = talk(head(`Content-Length: ${bytes}`))
    expect(await answerOf(large)).toMatch(/^HTTP\/1\.1 413/)
    large.socket.destroy()
  }
  expect(megabytes() - before).toBeLessThan(20)
})

test('F06 a chunked body without end is refused once it is larger than may be, and is not kept', async () => {
  const before = megabytes()
  const endless = talk(head('Transfer-Encoding: chunked'))
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
  for (let sent = 0; sent < 1_600 && endless.socket.writable && endless.heard() === ''; sent += 1) {
    if (!endless.socket.write(chunk))
      await Promise.race([new Promise((go) => endless.socket.once('drain', go)), sleep(200)])
  }
  expect(await answerOf(endless)).toMatch(/^HTTP\/1\.1 413/)
  expect(megabytes() - before).toBeLessThan(60)
})

test('F06 a body that is packed is not unpacked', async () => {
  const packed = gzipSync(Buffer.alloc(50_000_000))
  const before = megabytes()
  const bomb = talk(
    Buffer.concat([Buffer.from(head(`Content-Encoding: gzip\r\nContent-Length: ${packed.length}`)), packed]),
  )
  expect(await answerOf(bomb)).toMatch(/^HTTP\/1\.1 4(00|13|15)/)
  expect(megabytes() - before).toBeLessThan(20)
})
