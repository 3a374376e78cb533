import type { AccessRule } from './access.ts'

interface Documented {
  readonly url: string
  readonly method: string
  readonly config?: { readonly needs?: AccessRule; readonly once?: boolean; readonly versioned?: true | 'shop' }
}

/** What the OpenAPI document says of a route beside its shapes: a stable name, who may call, and what must or may come with it. */
export const describeRoute = ({ url, method, config }: Documented) => ({
  operationId: operationIdOf(method, url),
  'x-access': config?.needs ?? 'anyone',
  ...(config?.once && { 'x-once': true }),
  ...(config?.versioned && { 'x-versioned': config.versioned }),
})

/** `getAdminOrdersById` for `GET /api/v1/admin/orders/:id`. */
export function operationIdOf(method: string, url: string): string {
  const words = url
    .replace(/^\/api\/v1\//, '')
    .split('/')
    .map((part) => (part.startsWith(':') ? `by-${part.slice(1)}` : part))
    .flatMap((part) => part.split(/[-.]/))
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}
