// Runs in the visitor's browser beside the pages. It keeps what never changes (scripts, styles) and one page that says there is no network.
// A page of the shop is never kept: prices, stock and carts are always asked for, and a new version is in force with the next page.
const version = '__VERSION__'
const offline = { zh: '/offline', en: '/en/offline' }

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(keepOfflinePages())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetEarlierVersions())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || /^\/(api|console)(\/|$)/.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(pageOrOffline(event, pathname))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOrFetched(request))
})

/** As a stranger gets them: no name and no cart stands on them. */
async function keepOfflinePages() {
  const cache = await caches.open(version)
  for (const address of Object.values(offline)) {
    const answer = await fetch(new Request(address, { credentials: 'omit', cache: 'reload' }))
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
    const assets = [...(await answer.clone().text()).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
      ([, path]) => path,
    )
    await cache.addAll([...new Set(assets)])
    await cache.put(address, answer)
  }
}

async function forgetEarlierVersions() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== version).map((name) => caches.delete(name)))
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
}

async function pageOrOffline(event, pathname) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch {
    const kept = await caches.match(/^\/en(\/|$)/.test(pathname) ? offline.en : offline.zh)
    return kept ?? Response.error()
  }
}

/** What lies at an address of assets never changes. */
async function keptOrFetched(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    const cache = await caches.open(version)
    await cache.put(request, answer.clone())
  }
  return answer
}
