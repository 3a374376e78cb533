import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Sources need not be compiled anew at every start. Must be said before they are imported.
enableCompileCache(fileURLToPath(new URL('../../dist/compiled', import.meta.url)))
const { runCommand } = await import('./run-command.ts')
process.exitCode = await runCommand(process.argv.slice(2))
