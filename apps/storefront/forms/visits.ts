import { chooseVisits } from '#insight/behaviour'
import { homePage } from '../loaders/home.ts'
import type { Form } from '../page.ts'
import { textOf } from './fields.ts'

/** The question whether visits may be remembered, asked on every page until it is answered. */
const choose: Form = {
  path: '/visits',
  page: homePage,
  needs: 'anyone',
  async run({ ctx, body, visitorId }) {
    const agrees = textOf(body, 'choice') === 'yes'
    const visits = (await chooseVisits(ctx, { agrees, visitorId })) ?? 'refused'
    return { to: withWord(pathOf(textOf(body, 'back')), agrees ? 'visits_yes' : 'visits_no'), visits }
  },
}

/** Only a path of ours. */
const pathOf = (back: string): string => (/^\/(?![/\\])[^\\\s]*$/.test(back) ? back : '/')

function withWord(path: string, done: string): string {
  const url = new URL(path, 'http://local')
  url.searchParams.set('done', done)
  return `${url.pathname}${url.search}`
}

export const visitForms: readonly Form[] = [choose]
