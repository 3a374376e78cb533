import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Order } from './generator.ts'
import type { LoadWish, Measured } from './measure.ts'

export interface Load<Args> extends LoadWish {
  /** Where the script's module is: `new URL('./scripts/get.ts', import.meta.url)`. */
  readonly script: URL
  readonly args: Args
}

/** The load generator in a process of its own. The same one measures the product and its limit. */
export interface Generator {
  run<Args>(load: Load<Args>): Promise<Measured>
  stop(): void
}

export function openGenerator(): Generator {
  const child = fork(fileURLToPath(new URL('./generator.ts', import.meta.url)), [])
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`the load generator ended with ${code}`)
  })
  exited.catch(() => {}) // it also ends when it is no longer needed
  return {
    async run({ script, ...load }) {
      child.send({ ...load, script: script.href } satisfies Order)
      return measuredIn(await Promise.race([once(child, 'message'), exited]))
    },
    stop: () => child.disconnect(),
  }
}

function measuredIn([answer]: readonly { measured?: Measured; error?: string }[]): Measured {
  if (!answer?.measured) throw new Error(`the load failed: ${answer?.error}`)
  return answer.measured
}

/** The rate of the acts that ended well. @throws Error when any failed, because then something else was measured */
export function rateOf({ endings, fault }: Measured): number {
  const { done, failed } = endings
  if (failed || !done) throw new Error(`${failed?.count ?? 0} acts failed, the first with: ${fault}`)
  return done.perSecond
}
