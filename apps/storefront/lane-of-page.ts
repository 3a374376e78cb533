import type { Lane } from '#platform/http'

/** Whoever is about to pay is served before those who fill their carts, and these before those who look around. */
export function laneOfPage(path: string): Lane {
  if (/^\/checkout|\/pay$/.test(path)) return 'checkout'
  return path.startsWith('/cart') ? 'cart' : 'browse'
}
