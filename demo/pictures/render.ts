// Draws the demo shop's pictures with Blender and keeps them as AVIF. See README.md beside this file.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { demoCatalogue } from '../catalogue/index.ts'
import { banners, icons } from './banners.ts'
import { type Job, keep } from './keep.ts'
import { drawLabels } from './labels.ts'
import { inOtherColours } from './recolours.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const files = join(here, 'files')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '800' },
    samples: { type: 'string', default: '20' },
    again: { type: 'boolean', default: false },
    fronts: { type: 'boolean', default: false },
  },
})

const goods = demoCatalogue.products.flatMap(({ category, pictures }) =>
  pictures.map(
    ({ file, view, drawing }): Job => ({ name: file.replace('.avif', ''), kind: 'goods', category, view, drawing }),
  ),
)

function wanted({ name, view }: Job): boolean {
  if (values.fronts && view !== 'front') return false
  if (positionals.length > 0) return positionals.some((prefix) => name.startsWith(prefix))
  return values.again || !existsSync(join(files, `${name}.avif`))
}

// Fronts before further views: whoever waits sees a whole shop early.
const turn = ({ view }: Job): number => (view === 'front' ? 0 : 1)
const ordered = [...icons, ...goods.toSorted((one, other) => turn(one) - turn(other)), ...banners]
const singles = ordered.filter(wanted)
const jobs = inOtherColours(singles)

const work = await mkdtemp(join(tmpdir(), 'pictures-'))
await mkdir(files, { recursive: true })
await drawLabels(
  goods.flatMap(({ drawing }) => drawing?.label ?? []),
  join(work, 'labels'),
)
await writeFile(join(work, 'list.json'), JSON.stringify(jobs))

const blender = spawn(
  'blender',
  ['-b', '--python', join(here, 'blender/render.py'), '--', join(work, 'list.json'), work],
  {
    env: {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: '1',
      LABELS: join(work, 'labels'),
      SIZE: values.size,
      SAMPLES: values.samples,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)

sharp.concurrency(1)
const byName = new Map(singles.map((job) => [job.name, job]))
for await (const line of createInterface({ input: blender.stdout })) {
  const drawn = /^DREW (\S+)/.exec(line)?.[1]
  const job = drawn && byName.get(drawn)
  if (job) await keep(job, join(work, `${drawn}.png`), files)
  if (drawn || line.startsWith('FAILED')) console.log(line)
}
await rm(work, { recursive: true })
