import { decimalText } from '#kernel/money'
import { say } from '#kernel/text'
import { type ExportKind, eachPage } from '#platform/exports'
import { listTransfers } from './read-ledger.ts'
import { causeText, ledgerText } from './text.ts'

/** The transfers of the books, newest first, one a row. */
export const transfersExport = (): ExportKind => ({
  kind: 'ledger',
  label: { zh: '账簿', en: 'Ledger' },
  permission: 'ledger.read',
  columns: [
    { field: 'at', label: { zh: '入账时间', en: 'Posted at' } },
    { field: 'debit', label: { zh: '借方', en: 'Debit' } },
    { field: 'credit', label: { zh: '贷方', en: 'Credit' } },
    { field: 'amount', label: { zh: '金额', en: 'Amount' } },
    { field: 'currency', label: { zh: '币种', en: 'Currency' } },
    { field: 'cause', label: { zh: '事由', en: 'Cause' } },
    { field: 'causeId', label: { zh: '事由编号', en: 'Cause id' } },
    { field: 'id', label: { zh: '流水号', en: 'Transfer id' } },
  ],
  filters: { causeId: 'id' },
  rows: async function* (reader, { causeId }) {
    for await (const page of eachPage((cursor) => listTransfers(reader, { causeId, cursor, limit: 500 })))
      yield page.map(({ id, debit, credit, amount, cause, causeId: of, postedAt }) => ({
        id,
        at: postedAt.toString(),
        debit: say(ledgerText, reader.locale, `ledger.${debit}`),
        credit: say(ledgerText, reader.locale, `ledger.${credit}`),
        amount: decimalText(amount),
        currency: amount.currency,
        cause: say(causeText, reader.locale, cause),
        causeId: of,
      }))
  },
})
