import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '#platform/database'
import { testDatabase } from '#test/database'

const { url } = await testDatabase()

/** The test database behind a door that lets its first caller wait, and then sends it away. */
async function behindADoor(): Promise<string> {
  const sockets = new Set<Socket>()
  let callers = 0
  const door = createServer((caller) => {
    sockets.add(caller.on('error', () => {}))
    if (callers++ === 0) return void sleep(150).then(() => caller.destroy())
    const server = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {})
    sockets.add(caller.pipe(server))
    server.pipe(caller)
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  afterAll(() => {
    for (const socket of sockets) socket.destroy()
    door.close()
  })
  const way = Object.assign(new URL(url), { port: (door.address() as AddressInfo).port })
  way.searchParams.delete('host')
  return way.href
}

test('D03 a connection that fails late keeps nobody from those that others have got since', async () => {
  const db = openDatabase({ url: await behindADoor(), poolWaitMillis: 5_000 })
  const ask = () => sql`select 1`.execute(db)

  const unlucky = ask().catch((error: Error) => error)
  await sleep(20)
  await ask()
  expect(await unlucky).toBeInstanceOf(Error)
  await ask()

  await db.destroy()
})
