import { createServer } from '#platform/http'
import { openLog } from '#platform/log'
import { apiRoutes } from '../api/index.ts'
import { registerImports } from '../imports.ts'
import { registerHouseWebhooks } from '../webhooks/index.ts'
import type { ApiDocument } from './document.ts'

/** What the routes declare, without a house behind them: for the generated client. */
export async function declaredApi(): Promise<ApiDocument> {
  registerImports()
  registerHouseWebhooks()
  const nobody = () => {
    throw new Error('these routes are only read, never called')
  }
  const app = createServer({
    log: openLog({ level: 'silent' }),
    publicUrl: 'http://localhost',
    version: '1',
    texts: {},
    identify: nobody,
    contextFor: nobody,
  })
  await app.after()
  apiRoutes(app)
  await app.ready()
  const document = app.swagger() as unknown as ApiDocument
  await app.close()
  return document
}
