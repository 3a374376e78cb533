import type { FastifyContextConfig } from 'fastify'

/** Whoever is about to pay is served before those who fill their carts, and these before those who look around. */
export function laneOfPage(path: string): Pick<FastifyContextConfig, 'lane' | 'inLine'> {
  if (path.startsWith('/checkout')) return { lane: 'checkout', inLine: true }
  if (path.endsWith('/pay')) return { lane: 'checkout' }
  return { lane: path.startsWith('/cart') ? 'cart' : 'browse' }
}
