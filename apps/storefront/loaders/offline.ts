import type { Page } from '../page.ts'

/** What a visitor's browser shows when it finds no network; kept there by the service worker. */
export const offlinePage: Page<object> = {
  path: '/offline',
  shows: 'offline',
  needs: 'anyone',
  load: async () => ({}),
}
