import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Log } from '#platform/log'
import type { Figures } from '#platform/metrics'
import type { Beside, Web } from './web.ts'
import { openQuestions, type WordFromFirst, type WordToFirst } from './web-words.ts'

const entry = fileURLToPath(new URL('web-process.mjs', import.meta.url))
const pauseMillis = 1_000
/** Longer than any answer may take. */
const patienceMillis = 30_000

/** Further processes that serve the port of this one. */
export interface WebProcesses extends Beside {
  /** Starts them and returns once all serve. @throws Error when one does not come so far */
  start(web: Web): Promise<void>
  /** All finish what is under way and end. */
  stop(): Promise<void>
}

export interface OpenWebProcesses {
  /** How many beside this one. */
  readonly count: number
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: Log
  readonly drainSeconds: number
  /** Somebody has to be told of an event. */
  readonly wakeRelay: () => void
}

/** Starts web processes beside this one and watches over them: one that ends is started again after a second, while the others serve. */
export function openWebProcesses({ count, env, log, drainSeconds, wakeRelay }: OpenWebProcesses): WebProcesses {
  const running = new Set<ChildProcess>()
  const questions = openQuestions<Figures | undefined>()
  const stopping = Promise.withResolvers<void>()
  let kept: Promise<void>[] = []
  let [isStopping, own] = [false, undefined as Web | undefined]

  const figuresBut = async (asker?: ChildProcess): Promise<Figures[]> => {
    const asked = [...running].filter((child) => child !== asker)
    const answers = await Promise.all(
      asked.map((child) => questions.ask((question) => say(child, { word: 'figures?', question }), undefined)),
    )
    return answers.filter((figures) => figures !== undefined)
  }
  const changedBut = (changer?: ChildProcess): void => {
    for (const child of running) if (child !== changer) say(child, { word: 'changed' })
  }
  const hear = async (child: ChildProcess, said: WordToFirst): Promise<void> => {
    if (said.word === 'told') wakeRelay()
    if (said.word === 'figures') questions.answer(said.question, said.figures)
    if (said.word === 'changed') {
      own?.forget()
      changedBut(child)
    }
    if (said.word === 'all figures?' && own) {
      const [figures, others] = await Promise.all([own.figures(), figuresBut(child)])
      say(child, { word: 'all figures', question: said.question, figures: [figures, ...others] })
    }
  }
  const begin = (opened: () => void): ChildProcess => {
    // Ctrl-C in a terminal must not end it before we say so. When we are gone its channel closes, and it ends.
    const child = fork(entry, { env, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    running.add(child)
    child.on('error', (error) => log.error({ err: error }, 'a web process could not be reached'))
    child.on('message', (said: WordToFirst) => (said.word === 'open' ? opened() : void hear(child, said)))
    return child
  }
  const keep = async ({ resolve: opened, reject }: PromiseWithResolvers<void>): Promise<void> => {
    let hasOpened = false
    const open = () => {
      hasOpened = true
      opened()
    }
    while (!isStopping) {
      const child = begin(open)
      const [code, signal] = await once(child, 'exit')
      running.delete(child)
      if (isStopping) return
      if (!hasOpened) return reject(new Error(`a web process did not start (${code ?? signal})`))
      log.error({ pid: child.pid, code, signal }, 'a web process ended and is started again')
      await Promise.race([sleep(pauseMillis), stopping.promise])
    }
  }
  return {
    figures: () => figuresBut(),
    changed: () => changedBut(),
    async start(web) {
      own = web
      const places = Array.from({ length: count }, () => Promise.withResolvers<void>())
      kept = places.map(keep)
      await Promise.all(places.map(({ promise }) => promise))
    },
    async stop() {
      isStopping = true
      stopping.resolve()
      for (const child of running) say(child, { word: 'stop' })
      const late = setTimeout(() => endAll(running), drainSeconds * 1_000 + patienceMillis)
      await Promise.all(kept)
      clearTimeout(late)
    },
  }
}

/** To a process that may be gone: then its end says enough. */
const say = (child: ChildProcess, word: WordFromFirst): void => {
  if (child.connected) child.send(word, () => {})
}

function endAll(children: Iterable<ChildProcess>): void {
  for (const child of children) child.kill('SIGKILL')
}
