import { fileURLToPath } from 'node:url'

const name = 'zhanggui-pages'

/**
 * Builds Astro's pages as one function from what is shown to HTML. The server that calls it has routed, identified and loaded already, so that
 * no second request, response or stream has to be made for each page.
 */
export const pagesAsFunction = () => ({
  name,
  hooks: {
    'astro:config:setup': ({ updateConfig }) =>
      updateConfig({ build: { redirects: false }, vite: { plugins: [hashOnce()] } }),
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name,
        entrypointResolution: 'auto',
        serverEntrypoint: fileURLToPath(new URL('./entry.mjs', import.meta.url)),
        adapterFeatures: { buildOutput: 'server', middlewareMode: 'classic' },
        supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
      }),
  },
})

const hashing = 'async function generateCspDigest(data, algorithm) {'

/**
 * The hashes in the content security policy are of the same few scripts on every page, and Astro reckons them for each page anew, in another
 * thread: that took a sixth of a page's time. They are kept by what was hashed.
 */
const hashOnce = () => ({
  name: `${name}:hash-once`,
  enforce: 'pre',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/astro/dist/core/encryption.js')) return
    if (!code.includes(hashing))
      throw new Error('Astro hashes scripts in another way now: see apps/storefront/adapter.mjs')
    return code.replace(
      hashing,
      `const digests = new Map();
function generateCspDigest(data, algorithm) {
  const key = algorithm + data;
  const known = digests.get(key);
  if (known) return known;
  if (digests.size > 500) digests.clear();
  const digest = reckonCspDigest(data, algorithm);
  digests.set(key, digest);
  return digest;
}
async function reckonCspDigest(data, algorithm) {`,
    )
  },
})
