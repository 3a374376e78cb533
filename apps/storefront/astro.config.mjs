import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { pagesAsFunction } from './adapter.mjs'

export default defineConfig({
  output: 'server',
  outDir: '../../dist/storefront',
  adapter: pagesAsFunction(),
  integrations: [preact()],
  build: { assets: 'assets', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Origins are checked by the server that hands the requests over. Scripts and styles carry hashes, nothing else runs.
  security: {
    checkOrigin: false,
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ],
    },
  },
  telemetry: false,
})
