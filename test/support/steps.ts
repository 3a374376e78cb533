import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** One thing that is checked: it holds or it does not, and says why. */
export interface Step {
  readonly name: string
  readonly run: () => Promise<Outcome>
}

export interface Outcome {
  readonly ok: boolean
  /** A few words beside the name. */
  readonly note?: string
  /** What a person needs to see when it does not hold. */
  readonly output?: string
}

export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** Runs steps two at a time, a line for each as it ends; a failed step does not stop the next, so one run shows everything. */
export async function runSteps(steps: readonly Step[]): Promise<Tally> {
  const outcomes: Outcome[] = []
  const waiting = [...steps]
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await runStep(step))
  }
  await Promise.all([lane(), lane()])
  const passed = outcomes.filter(({ ok }) => ok).length
  return { passed, failed: outcomes.length - passed }
}

async function runStep({ name, run }: Step): Promise<Outcome> {
  const started = performance.now()
  const outcome = await run().catch((error: Error): Outcome => ({ ok: false, output: error.stack ?? error.message }))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${outcome.ok ? '✓' : '✗'} ${name}${outcome.note ? `: ${outcome.note}` : ''} (${seconds} s)`)
  if (!outcome.ok && outcome.output) console.log(indented(shortened(outcome.output)))
  return outcome
}

const mostLines = 80

function shortened(text: string): string {
  const lines = text.trimEnd().split('\n')
  return lines.length > mostLines
    ? [...lines.slice(0, mostLines), `… and ${lines.length - mostLines} lines more`].join('\n')
    : text
}

export const indented = (text: string): string => text.trimEnd().replace(/^/gm, '    ')

/** The step that a command of node_modules ends with 0. */
export const command = (root: string, name: string, argv: readonly string[]): Step => ({
  name,
  run: async () => {
    const { code, output } = await collect(root, argv)
    return { ok: code === 0, output }
  },
})

function collect(
  root: string,
  [program, ...args]: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const bin = join(root, 'node_modules', '.bin')
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
  }
  return new Promise((done, failed) => {
    const child = spawn(join(bin, program!), args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.once('error', failed).once('close', (code) => done({ code, output }))
  })
}
