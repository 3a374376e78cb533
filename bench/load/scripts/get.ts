import { callerOf } from '../http-client.ts'
import { oneOf, randomOf, type Script } from '../script.ts'

export interface GetArgs {
  readonly url: string
  readonly paths: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  /** Two loads with different seeds ask for the paths in different orders. */
  readonly seed: number
}

/** Asks for one of the paths at random, again and again. Anything but 200 has failed. */
const get: Script<GetArgs> = {
  open({ url, paths, headers, seed }) {
    const callers: { close(): void }[] = []
    return {
      caller(index) {
        const caller = callerOf(url)
        callers.push(caller)
        const random = randomOf(seed * 1_000 + index)
        return async () => {
          const path = oneOf(random, paths)
          const { status } = await caller.ask({ path, headers })
          if (status !== 200) throw new Error(`${path} answered ${status}`)
        }
      },
      close() {
        for (const caller of callers) caller.close()
      },
    }
  },
}

export default get
