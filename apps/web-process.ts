import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// One of several processes behind a port, started and watched by the first (`web-processes.ts`). Sources need not be compiled anew.
enableCompileCache(fileURLToPath(new URL('../dist/compiled', import.meta.url)))
const { serveBeside } = await import('./serve-beside.ts')
await serveBeside()
