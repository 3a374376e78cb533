import { say } from '#kernel/text'
import { ConfigError, type FilesPlace, placeAt, SettingsReader } from '#platform/config'
import { copyFiles, openFiles } from '#platform/files'
import { type Call, type Command, json, optionsMissing } from './command.ts'
import { cliText } from './text.ts'

export const filesCommand: Command = {
  usage: 'files copy FROM TO [--json]',
  options: json,
  run: runFiles,
}

async function runFiles({ values, positionals, locale }: Call): Promise<number> {
  const [verb, from, to] = positionals
  if (verb !== 'copy' || !from || !to) return optionsMissing(locale, filesCommand)
  const result = await copyFiles(openFiles(placeOf('FROM', from)), openFiles(placeOf('TO', to)))
  console.log(values.json ? JSON.stringify(result) : say(cliText, locale, 'files.done', result))
  return 0
}

/** @throws ConfigError when it is no address of a store, or the bucket's account is not in the environment */
function placeOf(name: string, address: string): FilesPlace {
  const settings = new SettingsReader({ ...process.env, [name]: address })
  const valid = 'an address like file:///srv/zhanggui/files or s3://shop-files/prefix'
  const place = settings.read(name, valid, (text) => placeAt(text, settings))
  if (!place || settings.problems.length > 0) throw new ConfigError(settings.problems)
  return place
}
