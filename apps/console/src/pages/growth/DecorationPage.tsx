import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { homeName } from '#model/growth/content'
import { askWithTag } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { BlockForm } from './BlockForm.tsx'
import { BlockList, useBlockName } from './BlockList.tsx'
import { ChoosePage, HeadForm, Withdraw } from './CampaignPages.tsx'
import type { Block, ShopPage } from './content.ts'
import './decoration.css'
import { decorationText } from './decoration-text.ts'
import { type Draft, isConflict, useDraft } from './draft.ts'
import { LookForm } from './LookForm.tsx'
import { Preview } from './Preview.tsx'
import { BeginWithTemplate, ChangeTemplate } from './Templates.tsx'
import { Publish, Versions } from './Versions.tsx'

/** The home of the shop and the pages of its campaigns, put together by the people who run it. */
export default function DecorationPage() {
  const pages = useQuery(asking('GET /api/v1/admin/shop-pages'))
  const [{ page }, filter] = useFilters(['page'])
  const choose = (name: string) => filter({ page: name })
  return (
    <Loaded query={pages}>
      {(all) => {
        const chosen = all.find(({ name }) => name === (page ?? homeName))
        const choice = <ChoosePage pages={all} chosen={chosen?.name ?? homeName} onChoose={choose} />
        return chosen ? (
          <KnownPage key={chosen.id} id={chosen.id} choice={choice} />
        ) : (
          <BeginWithTemplate choice={choice} />
        )
      }}
    </Loaded>
  )
}

function KnownPage({ id, choice }: { readonly id: string; readonly choice: ReactNode }) {
  const [round, setRound] = useState(0)
  const page = useQuery({
    queryKey: ['shop-page', id, round],
    queryFn: () => askWithTag('GET /api/v1/admin/shop-pages/{id}', { path: { id } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const versions = useReload('shop-pages')
  const again = async () => {
    setRound((before) => before + 1)
    await versions()
  }
  return (
    <Loaded query={page}>
      {({ answer, etag }) => <Editor key={round} page={answer} etag={etag} choice={choice} onReload={again} />}
    </Loaded>
  )
}

interface EditorProps {
  readonly page: ShopPage
  readonly etag: string | null
  /** Which page is decorated. */
  readonly choice: ReactNode
  readonly onReload: () => Promise<unknown>
}

const ofLook = 'look'
const ofHead = 'head'

function Editor({ page, etag, choice, onReload }: EditorProps) {
  const t = useText(decorationText)
  const draft = useDraft(page, etag)
  const { content, change } = draft
  const [chosen, choose] = useState<string>(content.blocks[0]?.id ?? ofLook)
  const block = content.blocks.find(({ id }) => id === chosen)
  const put = (next: Block) =>
    change({ ...content, blocks: content.blocks.map((each) => (each.id === next.id ? next : each)) })
  return (
    <Page title={t('title')} about={t('about')} actions={<Actions page={page} draft={draft} onReload={onReload} />}>
      {choice}
      <SaveProblem draft={draft} onReload={onReload} />
      <div className="decoration">
        <Flex vertical gap="middle">
          <Card size="small" title={t('blocks')}>
            <BlockList
              blocks={content.blocks}
              chosen={chosen}
              unfinished={draft.unfinished}
              onChoose={choose}
              onChange={(blocks) => change({ ...content, blocks })}
            />
          </Card>
          {content.head && (
            <Button aria-pressed={chosen === ofHead} onClick={() => choose(ofHead)}>
              {t('head')}
            </Button>
          )}
          <Button aria-pressed={!block && chosen !== ofHead} onClick={() => choose(ofLook)}>
            {t('look')}
          </Button>
          <Versions page={page} onDone={onReload} />
        </Flex>
        <Preview pageId={page.id} savedAt={draft.savedAt} />
        {chosen === ofHead && content.head ? (
          <HeadForm
            name={page.name}
            head={content.head}
            missing={draft.unfinished.some(({ field }) => field === 'head.title')}
            onChange={(head) => change({ ...content, head })}
          />
        ) : (
          <Side key={block?.id ?? ofLook} draft={draft} block={block} onBlock={put} />
        )}
      </div>
    </Page>
  )
}

interface SideProps {
  readonly draft: Draft
  readonly block: Block | undefined
  readonly onBlock: (block: Block) => void
}

/** The form of what is chosen: a block, or the look of the shop. */
function Side({ draft: { content, unfinished, change }, block, onBlock }: SideProps) {
  const t = useText(decorationText)
  const nameOf = useBlockName()
  return (
    <Card size="small" title={block ? nameOf(block) : t('look')} className="side">
      <Form layout="vertical" component="div">
        {block ? (
          <BlockForm
            block={block}
            missing={unfinished.filter(({ blockId }) => blockId === block.id)}
            onChange={onBlock}
          />
        ) : (
          <LookForm look={content.look} onChange={(look) => change({ ...content, look })} />
        )}
      </Form>
    </Card>
  )
}

function Actions({ page, draft, onReload }: Omit<EditorProps, 'etag' | 'choice'> & { readonly draft: Draft }) {
  const t = useText(decorationText)
  const words = { saved: 'saved', saving: 'saving', failed: 'saved.not' } as const
  return (
    <>
      <Typography.Text type={draft.state === 'failed' ? 'danger' : 'secondary'} role="status">
        {t(words[draft.state])}
      </Typography.Text>
      {page.name !== homeName && <Withdraw page={page} onDone={onReload} />}
      <ChangeTemplate onChosen={(content) => draft.change({ ...content, head: draft.content.head })} />
      <Publish
        pageId={page.id}
        etag={draft.etag}
        missing={draft.unfinished.length}
        isSaved={draft.state === 'saved'}
        onDone={onReload}
      />
    </>
  )
}

/** Why the draft was not kept; where somebody else was faster, who it was and the way to what they made. */
function SaveProblem({ draft: { error }, onReload }: { readonly draft: Draft; readonly onReload: () => unknown }) {
  const t = useText(decorationText)
  if (!error) return null
  const conflict = isConflict(error)
  return (
    <Alert
      type="error"
      showIcon
      title={error.message}
      description={conflict ? t('conflict.hint') : undefined}
      action={conflict && <Button onClick={() => void onReload()}>{t('conflict.reload')}</Button>}
    />
  )
}
