import { agree, askToClose, withdrawClosing } from '#office/privacy'
import { agreementOf, privacyPage } from '../loaders/privacy.ts'
import type { Form } from '../page.ts'

const consent: Form = {
  path: privacyPage.path,
  page: privacyPage,
  needs: 'shopper',
  async run({ ctx, body }) {
    await agree(ctx, { agrees: agreementOf(body) })
    return `${privacyPage.path}?done=agreed`
  },
}

const close: Form = {
  path: `${privacyPage.path}/close`,
  page: privacyPage,
  needs: 'shopper',
  async run({ ctx }) {
    await askToClose(ctx)
    return `${privacyPage.path}?done=closing_asked`
  },
}

const stay: Form = {
  path: `${privacyPage.path}/stay`,
  page: privacyPage,
  needs: 'shopper',
  async run({ ctx }) {
    await withdrawClosing(ctx)
    return `${privacyPage.path}?done=closing_withdrawn`
  },
}

export const privacyForms: readonly Form[] = [consent, close, stay]
