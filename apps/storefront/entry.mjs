import { createApp } from 'astro/app/entrypoint'

const app = createApp({ streaming: false })
const { pageMap } = app.manifest
for (const [name, load] of pageMap) pageMap.set(name, once(load)) // Astro imports a page's module anew for each request

const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.route, routeData]))

/** The page of this name as Astro answers it, whole. */
export function render(shows, locals) {
  const routeData = routes.get(`/${shows}`)
  if (!routeData) throw new Error(`the storefront page ${shows} is missing from the build`)
  return app.render(new Request(`http://pages/${shows}`), { locals, routeData })
}

function once(load) {
  let loaded
  return () => (loaded ??= load())
}
