import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// One of several processes behind a port, started and watched by the first (`web-processes.ts`). Without types for the reason that `cli/main.mjs` says.
enableCompileCache(fileURLToPath(new URL('../dist/compiled', import.meta.url)))
const { serveBeside } = await import('./serve-beside.ts')
await serveBeside()
