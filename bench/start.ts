import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Benchmark, repeat } from './support/benchmark.ts'
import { demoHouse } from './support/demo-house.ts'
import { figure } from './support/metric.ts'
import { openHouse } from './support/open-house.ts'

/** How long after its first page a house counts as idle. */
const restSeconds = 10

/** The demo house on its own embedded database, as `npm start` runs it for the second time. */
export const start: Benchmark = {
  name: 'start',
  about:
    'The demo house, started for the second time as `npm start` does it: until the storefront’s first page is answered, and the resident memory of its Node process ten seconds later.',
  async run(bench) {
    const folder = await demoHouse(bench.say)
    const runs = await repeat(bench, () => startOnce(folder))
    return [
      figure({ metric: 'second start to first page', unit: 's', runs: runs.map(({ seconds }) => seconds), atMost: 5 }),
      figure({ metric: 'idle memory', unit: 'MB', runs: runs.map(({ megabytes }) => megabytes), atMost: 300 }),
    ]
  },
}

async function startOnce(folder: string): Promise<{ seconds: number; megabytes: number }> {
  const house = await openHouse({ folder, demo: true, page: '/' })
  try {
    await sleep(restSeconds * 1_000)
    return { seconds: house.firstPageMillis / 1_000, megabytes: residentMegabytes(house.pid) }
  } finally {
    await house.stop()
  }
}

/** Source: proc_pid_status(5), VmRSS in kilobytes. */
const residentMegabytes = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1_024
