import { type ReturnPolicy, returnPolicy } from '#care/after-sales'
import type { Page } from '../page.ts'

export const returnPolicyPage: Page<ReturnPolicy> = {
  path: '/return-policy',
  shows: 'return-policy',
  needs: 'anyone',
  shared: true,
  load: ({ ctx }) => returnPolicy(ctx),
}
