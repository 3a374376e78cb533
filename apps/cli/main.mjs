import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Sources need not be compiled anew at every start. Must be said before the first of them is imported, and by a file without types:
// a single one that is not compiled yet makes Node load its compiler for good, which takes 16 MB.
enableCompileCache(fileURLToPath(new URL('../../dist/compiled', import.meta.url)))
const { runCommand } = await import('./run-command.ts')
process.exitCode = await runCommand(process.argv.slice(2))
