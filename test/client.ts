import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { declaredApi } from '#apps/docs/declared'
import { clientTypes } from '#apps/docs/generate'

const path = fileURLToPath(new URL('../packages/client/src/api.ts', import.meta.url))
const wanted = clientTypes(await declaredApi())

// Writes the types of the client anew; with `--check` it only says whether they are what the routes declare.
if (!process.argv.includes('--check')) writeFileSync(path, wanted)
else if (readFileSync(path, 'utf8') !== wanted) {
  process.stderr.write('packages/client/src/api.ts is not what the routes declare: run npm run client\n')
  process.exitCode = 1
}
