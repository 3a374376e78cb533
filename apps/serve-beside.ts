import { readConfig } from '#platform/config'
import { onCommit } from '#platform/database'
import { hasTold } from '#platform/events'
import { openLog } from '#platform/log'
import { type Figures, openMetrics } from '#platform/metrics'
import { layGround } from './ground.ts'
import { serve } from './serve.ts'
import type { Web } from './web.ts'
import { openQuestions, type WordFromFirst, type WordToFirst } from './web-words.ts'

/** So long events are gathered before the first process is told of them: its relay gathers too. */
const gatherMillis = 10

/** Serves the port of the first process beside it, until the first says stop or is gone. */
export async function serveBeside(): Promise<void> {
  const stopAsked = untilAsked()
  const config = readConfig(process.env)
  const log = openLog({ level: config.logLevel, fields: { role: config.role } })
  const questions = openQuestions<readonly Figures[]>()
  const ground = await layGround({
    config,
    log,
    report: () => {},
    purpose: config.publicUrl,
    exclusive: false,
    withSandboxes: true,
    poolWaitMillis: 2_000,
  })
  const beside = {
    figures: () => questions.ask((question) => say({ word: 'all figures?', question }), []),
    changed: () => say({ word: 'changed' }),
  }
  const web = await serve({ config, house: ground.house, metrics: openMetrics(), log, beside, isShared: true })
  onCommit(ground.house.db, tellingOfEvents())
  process.on('message', (said: WordFromFirst) => {
    if (said.word === 'all figures') questions.answer(said.question, said.figures)
    else hear(web, said)
  })
  say({ word: 'open' })
  await stopAsked
  await web.stop()
  await ground.close()
  process.disconnect?.()
}

/** The terminal's Ctrl-C reaches the first process, which tells us. */
function untilAsked(): Promise<void> {
  process.on('SIGINT', () => {})
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('disconnect', () => resolve())
    process.on('message', ({ word }: WordFromFirst) => {
      if (word === 'stop') resolve()
    })
  })
}

function hear(web: Web, said: WordFromFirst): void {
  if (said.word === 'changed') web.forget()
  if (said.word === 'figures?')
    void web.figures().then((figures) => say({ word: 'figures', question: said.question, figures }))
}

/** Says once for all that is committed in a moment that somebody has to be told. */
function tellingOfEvents(): Parameters<typeof onCommit>[1] {
  let isTelling = false
  const tell = () => {
    isTelling = false
    say({ word: 'told' })
  }
  return (_ctx, over) => {
    if (isTelling || !hasTold(over)) return
    isTelling = true
    setTimeout(tell, gatherMillis)
  }
}

/** To the first process; when it is gone there is nobody to say it to. */
function say(word: WordToFirst): void {
  if (process.connected) process.send?.(word, undefined, undefined, () => {})
}
