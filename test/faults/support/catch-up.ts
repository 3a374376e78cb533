import { setTimeout as sleep } from 'node:timers/promises'
import { parseCronItems, run } from 'graphile-worker'
import type { Context } from '#platform/context'

export interface CatchUp {
  readonly name: string
  /** So many minutes back from now, a tick each. */
  readonly minutes: number
  readonly url: string
}

/** A scheduler that comes up after a pause and runs what it has missed, like the house's own does. Answers the ticks that it ran itself. */
export async function catchUp(_: Context, { name, minutes, url }: CatchUp): Promise<string[]> {
  const ran: string[] = []
  const runner = await run({
    connectionString: url,
    noHandleSignals: true,
    pollInterval: 50,
    concurrency: 4,
    taskList: {
      [name]: async (payload) => {
        ran.push((payload as { _cron: { ts: string } })._cron.ts)
      },
    },
    parsedCronItems: parseCronItems([
      { task: name, identifier: name, match: '* * * * *', options: { backfillPeriod: minutes * 60_000 } },
    ]),
  })
  for (let before = -1; before !== ran.length; await sleep(1_000)) before = ran.length
  await runner.stop()
  return ran
}
