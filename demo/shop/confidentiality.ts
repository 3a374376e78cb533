import { confirmStatement, publishStatement } from '#office/confidentiality'
import type { AccountId, Context } from '#platform/context'
import type { Cast } from './stage.ts'

const statement = {
  zh: `我在工作中会看到顾客的姓名、电话、地址和订单。我承诺：

- 只在处理订单、售后和咨询需要时查看，并如实填写查看的原因；
- 不抄录、不截图、不转发，不告诉无关的人，也不用于私事；
- 离开座位时锁定屏幕，不借用、不外借账号；
- 发现泄露或可疑的情况，立即报告店主；
- 离职以后仍然保密。

违反承诺要承担公司制度和法律规定的责任。`,
  en: `In my work I see customers' names, phone numbers, addresses and orders. I promise:

- to look at them only as far as an order, a case or a question needs it, and to say truthfully why;
- not to copy, photograph or pass them on, to tell nobody who need not know, and to use them for nothing of my own;
- to lock the screen when I leave it, and neither to lend nor to borrow an account;
- to report a leak, or anything that looks like one, to the owner at once;
- to keep this after I have left.

Whoever breaks it answers for it by the rules of the company and by law.`,
}

/** What everybody who works here has promised before they see a customer's data. */
export async function promiseConfidentiality(owner: Context, staff: Cast['staff']): Promise<void> {
  const version = await publishStatement(owner, statement)
  for (const actor of Object.values(staff))
    await confirmStatement({ ...owner, actor }, { accountId: actor.id as AccountId, version })
}
