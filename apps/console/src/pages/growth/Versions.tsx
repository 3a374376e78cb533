import { Card, Flex, Form, Input, Tag, Typography } from 'antd'
import { contentLimits, contentText } from '#model/growth/content'
import { ask } from '../../frame/api.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { useMe } from '../../frame/session.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { instantAt } from '../../frame/wall-clock.ts'
import type { ShopPage } from './content.ts'
import { decorationText } from './decoration-text.ts'

type Version = ShopPage['versions'][number]

interface PublishProps {
  readonly pageId: string
  readonly etag: string | null
  readonly missing: number
  readonly isSaved: boolean
  readonly onDone: () => unknown
}

/** Makes the draft what visitors see, at once or later. */
export function Publish({ pageId, etag, missing, isSaved, onDone }: PublishProps) {
  const t = useText(decorationText)
  const { timeZone } = useMe().shop
  const publish = ({ note, at }: { readonly note?: string; readonly at?: string }) =>
    ask('POST /api/v1/admin/shop-pages/{id}/publish', {
      path: { id: pageId },
      body: { note: note ?? '', ...(at && { at: instantAt(at, timeZone) }) },
      ...(etag && { ifMatch: etag }),
    })
  const blocked = missing > 0 ? t('publish.missing', { count: missing }) : !isSaved && t('publish.unsaved')
  return (
    <AskingVerb<{ readonly note?: string; readonly at?: string }>
      type="primary"
      permission="pages.publish"
      blocked={blocked}
      title={t('publish.title')}
      consequence={t('publish.consequence')}
      fields={
        <>
          <Form.Item name="note" label={t('publish.note')}>
            <Input maxLength={contentLimits.note} />
          </Form.Item>
          <Form.Item name="at" label={t('publish.at', { zone: timeZone })}>
            <Input type="datetime-local" />
          </Form.Item>
        </>
      }
      work={publish}
      onDone={onDone}
    >
      {t('publish')}
    </AskingVerb>
  )
}

const colours = { shown: 'success', scheduled: 'gold', past: 'default', cancelled: 'default' } as const

/** What visitors saw, see and shall see, with who and when. */
export function Versions({ page, onDone }: { readonly page: ShopPage; readonly onDone: () => unknown }) {
  const t = useText(decorationText)
  return (
    <Card size="small" title={t('versions')}>
      {page.versions.length === 0 && <Typography.Text type="secondary">{t('versions.none')}</Typography.Text>}
      <ol className="versions">
        {page.versions.map((version) => (
          <li key={version.number}>
            <VersionLine pageId={page.id} version={version} onDone={onDone} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

interface VersionLineProps {
  readonly pageId: string
  readonly version: Version
  readonly onDone: () => unknown
}

function VersionLine({
  pageId,
  version: { number, status, note, again, showsFrom, madeAt, madeBy },
  onDone,
}: VersionLineProps) {
  const t = useText(decorationText)
  const say = useText(contentText)
  const instantText = useInstantText()
  const remark = again === null ? note : t('versions.again', { number: again })
  return (
    <Flex gap="small" align="center" wrap>
      <strong>{t('versions.name', { number })}</strong>
      <Tag color={colours[status]}>{say(`content.version.${status}`)}</Tag>
      <Typography.Text type="secondary">{t('versions.line', { by: madeBy, at: instantText(madeAt) })}</Typography.Text>
      {status === 'scheduled' && <span>{t('versions.due', { at: instantText(showsFrom) })}</span>}
      {remark && <span>{remark}</span>}
      <span style={{ flex: 1 }} />
      {status === 'past' && (
        <AskingVerb
          size="small"
          permission="pages.publish"
          title={t('roll-back.of', { number })}
          consequence={t('roll-back.consequence')}
          work={() => ask('POST /api/v1/admin/shop-pages/{id}/roll-back', { path: { id: pageId }, body: { number } })}
          onDone={onDone}
        >
          {t('roll-back')}
        </AskingVerb>
      )}
      {status === 'scheduled' && (
        <AskingVerb
          size="small"
          permission="pages.publish"
          title={t('cancel.schedule')}
          work={() => ask('POST /api/v1/admin/shop-pages/{id}/cancel', { path: { id: pageId }, body: { number } })}
          onDone={onDone}
        >
          {t('cancel.schedule')}
        </AskingVerb>
      )}
    </Flex>
  )
}
