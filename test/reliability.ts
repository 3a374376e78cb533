import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { reliabilityPage } from '#test/reliability-page'
import { openResults } from '#test/results'
import { chapters } from './faults/rows/index.ts'
import { promises } from './faults/rows/promises.ts'

/** `npm run reliability`: writes docs/reliability.md from what the tests showed of the sources as they stand. */
const root = fileURLToPath(new URL('..', import.meta.url))
const { text, unshown } = reliabilityPage(chapters, promises, openResults(root).read())
writeFileSync(new URL('../docs/reliability.md', import.meta.url), text)
console.log('docs/reliability.md is written')
if (unshown.length > 0) console.log(`left out, because these sources have no green test for them: ${unshown.join(' ')}`)
