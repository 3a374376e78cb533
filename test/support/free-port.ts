import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below what Linux, macOS and Windows hand out by themselves: no connection or server asking for any port takes one in between. */
const first = 20_000
const beyond = 32_000

/** A port that nobody listens on and that the system gives to nobody who does not name it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(first, beyond)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '::')
  try {
    await once(probe, 'listening')
  } catch {
    return false
  }
  probe.close()
  await once(probe, 'close')
  return true
}
