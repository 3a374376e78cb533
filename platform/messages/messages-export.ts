import { type ExportKind, eachPage } from '#platform/exports'
import type { listMessages } from './index.ts'

/** What was sent to whom. The texts of security messages stay behind: they hold codes. */
export const exportOf = (list: typeof listMessages): ExportKind => ({
  kind: 'messages',
  label: { zh: '消息', en: 'Messages' },
  permission: 'messages.read',
  personal: 'customers.reveal',
  columns: [
    { field: 'at', label: { zh: '时间', en: 'Time' } },
    { field: 'channel', label: { zh: '渠道', en: 'Channel' } },
    { field: 'purpose', label: { zh: '用途', en: 'Purpose' } },
    { field: 'template', label: { zh: '模板', en: 'Template' } },
    { field: 'recipient', label: { zh: '收件人', en: 'Recipient' }, personal: true },
    { field: 'subject', label: { zh: '标题', en: 'Subject' }, personal: true },
    { field: 'body', label: { zh: '内容', en: 'Text' }, personal: true },
  ],
  filters: {},
  rows: async function* (reader) {
    for await (const page of eachPage((cursor) => list(reader, { cursor, limit: 500 })))
      yield page.map(({ createdAt, channel, purpose, template, recipient, subject, body }) => ({
        at: createdAt.toString(),
        channel,
        purpose,
        template,
        recipient,
        subject,
        body: purpose === 'security' ? null : body,
      }))
  },
})
