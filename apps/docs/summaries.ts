import { goods } from './summaries/goods.ts'
import { money } from './summaries/money.ts'
import { office } from './summaries/office.ts'
import { operation } from './summaries/operation.ts'
import { orders } from './summaries/orders.ts'
import { service } from './summaries/service.ts'
import { store } from './summaries/store.ts'
import { warehouse } from './summaries/warehouse.ts'

/** What each call is for, in both languages: `[zh, en]`. A call that is not named has no words in the documentation. */
export type Summaries = Readonly<Record<string, readonly [zh: string, en: string]>>

export const summaries: Summaries = {
  ...store,
  ...orders,
  ...goods,
  ...warehouse,
  ...service,
  ...money,
  ...operation,
  ...office,
}
