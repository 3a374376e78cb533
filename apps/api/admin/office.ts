import { Type } from 'typebox'
import { behindPostings } from '#insight/order-twin'
import { say, type Texts } from '#kernel/text'
import { causeText, type LedgerAccount, type LedgerCause, ledgerAccounts } from '#model/office/ledger'
import type { NoticeId } from '#model/office/notices'
import { balances, listTransfers } from '#office/ledger'
import { openNotices, settleNotice } from '#office/notices'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { Empty, IdParams, IdText, Instant, MoneyJson, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { placeOf } from '../../console/places.ts'
import { seesCosts, withoutCosts } from '../costs.ts'

const Account = OneOf(Object.keys(ledgerAccounts) as LedgerAccount[])
const NoticeJson = Type.Object({
  id: IdText,
  kind: Type.String(),
  text: Type.String(),
  href: Type.Union([Type.String(), Type.Null()]),
  createdAt: Instant,
})
const TransferJson = Type.Object({
  id: IdText,
  debit: Account,
  credit: Account,
  amount: MoneyJson,
  cause: OneOf(Object.keys(causeText) as LedgerCause[]),
  causeId: IdText,
  /** The number people know it by, and where the console shows it. */
  behind: Type.Union([
    Type.Object({ label: Type.String(), href: Type.Union([Type.String(), Type.Null()]) }),
    Type.Null(),
  ]),
  postedAt: Instant,
})
const EventJson = Type.Object({
  id: IdText,
  type: Type.String(),
  version: Type.Integer(),
  actorKind: Type.String(),
  actorName: Type.String(),
  origin: Type.String(),
  at: Instant,
  data: Type.Record(Type.String(), Type.Unknown()),
})
/** What somebody should see to, the books and the audit trail of one thing. */
export function officeRoutes(app: Routes, texts: Texts): void {
  const tags = ['office']
  app.get(
    '/api/v1/admin/notices',
    { config: { needs: { staff: 'notices.read' } }, schema: { tags, response: { 200: PageOf(NoticeJson) } } },
    async ({ context }) => {
      const notices = await openNotices(context, context.actor.permissions, context.actor.id)
      const rows = notices.map(({ id, kind, data, subject, subjectId, createdAt }) => ({
        id,
        kind,
        text: say(texts, context.locale, `notice.${kind}`, data),
        href: placeOf(subject, subjectId),
        createdAt,
      }))
      return { rows }
    },
  )
  app.post(
    '/api/v1/admin/notices/:id/settle',
    { config: { needs: { staff: 'notices.read' } }, schema: { tags, params: IdParams, response: { 200: Empty } } },
    async ({ context, params }) => {
      await transaction(context, (tx) => settleNotice(tx, params.id as NoticeId))
      return {}
    },
  )
  app.get(
    '/api/v1/admin/ledger/balances',
    {
      config: { needs: { staff: 'ledger.read' } },
      schema: { tags, response: { 200: Type.Array(Type.Object({ account: Account, balance: MoneyJson })) } },
    },
    ({ context }) => balances(context),
  )
  app.get(
    '/api/v1/admin/ledger/transfers',
    {
      config: { needs: { staff: 'ledger.read' } },
      schema: {
        tags,
        querystring: Type.Object({ ...PageQuery, causeId: Type.Optional(IdText) }, { additionalProperties: false }),
        response: { 200: PageOf(TransferJson) },
      },
    },
    async ({ context, query }) => {
      const page = await listTransfers(context, query)
      const known = await behindPostings(
        context,
        page.rows.map(({ causeId }) => causeId),
      )
      const behind = (causeId: string) => {
        const found = known.get(causeId)
        return found ? { label: found.label, href: placeOf(found.kind, found.id) } : null
      }
      return { ...page, rows: page.rows.map((row) => ({ ...row, behind: behind(row.causeId) })) }
    },
  )
  app.get(
    '/api/v1/admin/history/:id',
    {
      config: { needs: { staff: 'audit.read' } },
      schema: { tags, params: IdParams, response: { 200: Type.Array(EventJson) } },
    },
    async ({ context, params }) => {
      const events = await historyOf(context, params.id)
      return seesCosts(context) ? events : events.map((event) => ({ ...event, data: withoutCosts(event.data) }))
    },
  )
}
