import { type LoadWish, measure, warmUp } from './measure.ts'
import type { Script } from './script.ts'

/** What the benchmark asks of the generator's process. */
export interface Order extends LoadWish {
  readonly script: string
  readonly args: unknown
}

process.on('message', async ({ script, args, connections, warm = 0, ...wish }: Order) => {
  try {
    const { default: chosen } = (await import(script)) as { default: Script<unknown> }
    const opened = await chosen.open(args)
    const callers = Array.from({ length: connections }, (_, index) => opened.caller(index))
    await warmUp(callers, warm)
    const measured = await measure(callers, wish)
    await opened.close?.()
    process.send!({ measured })
  } catch (error) {
    process.send!({ error: (error as Error).stack })
  }
})
process.on('disconnect', () => process.exit())
