import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './folders.ts'
import { openHouse } from './open-house.ts'
import { keyOf } from './schema-key.ts'

/** The folder of a demo house that was started once, by its name below bench/data. Made on the first call and kept. */
export async function demoHouse(say: (line: string) => void): Promise<string> {
  const folder = `demo-${keyOf(['migrations/*.sql', 'demo/**/*.ts'])}`
  const mark = join(dataFolder, folder, 'opened')
  if (existsSync(mark)) return folder
  say('opening the demo shop, which is kept and not measured')
  const house = await openHouse({ folder, demo: true, page: '/' })
  await house.stop()
  writeFileSync(mark, '')
  return folder
}
