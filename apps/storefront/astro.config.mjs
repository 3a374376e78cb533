import node from '@astrojs/node'
import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'

export default defineConfig({
  output: 'server',
  outDir: '../../dist/storefront',
  adapter: node({ mode: 'middleware' }),
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
