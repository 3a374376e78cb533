// Measures every picture in files/ into measures.json, so that opening the shop need not decode them. See README.md beside this file.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPicture } from '#goods/media'

const here = import.meta.dirname
const lines: string[] = []
for (const file of readdirSync(join(here, 'files')).toSorted()) {
  const bytes = readFileSync(join(here, 'files', file))
  const { width, height, sharpness } = await checkPicture(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  lines.push(`  "${file}": ${JSON.stringify({ sha256, width, height, sharpness }, null, 1).replaceAll(/\s+/g, ' ')}`)
}
writeFileSync(join(here, 'measures.json'), `{\n${lines.join(',\n')}\n}\n`)
