import { ownPath } from '../loaders/account.ts'
import { homePage } from '../loaders/home.ts'
import type { Form } from '../page.ts'
import { textOf } from './fields.ts'

/** Large text, or back to normal: kept by the browser, so that the next page comes in that size at once. */
const textSize: Form = {
  path: '/text-size',
  page: homePage,
  needs: 'anyone',
  async run({ body }) {
    const largeText = textOf(body, 'size') === 'large'
    return { to: withNews(ownPath(body.get('next')), largeText ? 'large' : 'normal'), largeText }
  },
}

function withNews(path: string, done: string): string {
  const url = new URL(path, 'http://local')
  url.searchParams.set('done', done)
  return `${url.pathname}${url.search}`
}

export const textSizeForms: readonly Form[] = [textSize]
