import { say } from '#kernel/text'
import type { Context } from '#platform/context'
import { countJobs, deadJobs, discardJobs, reviveJobs } from '#platform/jobs'
import { type Call, type Command, json, notUnderstood, onGround, optionsMissing, word } from './command.ts'
import { cliText } from './text.ts'

export const jobsCommand: Command = {
  usage: 'jobs [list|dead|retry|discard] [ID …] [--all] [--name JOB] [--reason TEXT] [--json]',
  options: { all: { type: 'boolean' }, name: word, reason: word, ...json },
  run: runJobs,
}

async function runJobs(call: Call): Promise<number> {
  const { values, positionals, locale } = call
  const [verb = 'list', ...ids] = positionals
  const changes = verb === 'retry' || verb === 'discard'
  if (!(changes || verb === 'list' || verb === 'dead')) return optionsMissing(locale, jobsCommand)
  if (changes && ids.length === 0 && !values.all && !values.name)
    return notUnderstood(say(cliText, locale, 'jobs-chosen-none'))
  if (verb === 'discard' && !values.reason) return notUnderstood(say(cliText, locale, 'reason-missing'))
  return onGround('zhanggui jobs', async ({ house }) => {
    let touched = 0
    for (const shopId of await house.shops()) {
      const ctx = house.systemContext(shopId, 'zhanggui jobs')
      if (verb === 'list') await list(ctx, call)
      else if (verb === 'dead') await listDead(ctx, call)
      else touched += await change(ctx, call, ids)
    }
    if (changes)
      console.log(
        values.json ? JSON.stringify({ [verb]: touched }) : say(cliText, locale, `jobs.${verb}`, { count: touched }),
      )
    return 0
  })
}

async function list({ db, shopId }: Context, { values }: Call): Promise<void> {
  const counts = await countJobs(db, shopId)
  if (values.json) console.log(JSON.stringify(counts))
  else console.table(counts)
}

async function listDead({ db, shopId }: Context, { values }: Call): Promise<void> {
  for (const job of await deadJobs(db, shopId, { name: values.name as string | undefined }))
    console.log(values.json ? JSON.stringify(job) : `${job.id}  ${job.name}  ${job.attempts}  ${job.lastError}`)
}

/** Those named by id, or all dead ones, or all dead ones of a name. */
async function change(ctx: Context, { values, positionals }: Call, given: readonly string[]): Promise<number> {
  const dead = await deadJobs(ctx.db, ctx.shopId, { name: values.name as string | undefined })
  const ids = dead.map(({ id }) => id).filter((id) => given.length === 0 || given.includes(id))
  return positionals[0] === 'retry'
    ? reviveJobs(ctx.db, ctx.shopId, ids)
    : discardJobs(ctx, { ids, reason: String(values.reason) })
}
