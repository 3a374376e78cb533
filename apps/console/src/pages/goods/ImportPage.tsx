import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Button, Card, Flex, Progress, Statistic, Tag, Typography } from 'antd'
import { ask } from '../../frame/api.ts'
import { asking, keyOf, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb, Verb } from '../../frame/Verb.tsx'
import { ImportSteps } from './ImportNewPage.tsx'
import { ImportPictures } from './ImportPictures.tsx'
import { importColours } from './ImportsPage.tsx'
import { chosenColumns, type Failure, type ImportRow, isOver, requestImport, useColumnsOf } from './imports-data.ts'
import { importsText } from './imports-text.ts'
import { ReversalCard, ReverseVerb } from './Reversal.tsx'

/** One import: how far it is, what came of it, what failed and why. */
export default function ImportPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string }
  const run = useQuery({
    ...asking('GET /api/v1/admin/imports/{id}', { path: { id } }),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 1_000),
  })
  return <Loaded query={run}>{(data) => <Import run={data} />}</Loaded>
}

function Import({ run }: { readonly run: ImportRow }) {
  const t = useText(importsText)
  const instantText = useInstantText()
  const about = `${run.fileName} · ${run.actor} · ${instantText(run.createdAt)}`
  const title = t(run.dryRun ? 'one.trial' : 'one.title', { number: run.number })
  return (
    <Page title={title} about={about} actions={<Actions run={run} />}>
      <ImportSteps at={run.dryRun ? 2 : 3} failed={run.status === 'failed'} />
      {run.dryRun && isOver(run) && <Alert showIcon title={t('one.trial.about')} />}
      {run.problem && <WholeProblem problem={run.problem} />}
      <Numbers run={run} />
      {run.dryRun && run.picturesWaiting > 0 && (
        <Alert type="info" showIcon title={t('pictures.waiting', { count: run.picturesWaiting })} />
      )}
      {isOver(run) && !run.dryRun && <ImportPictures run={run} />}
      <Failures run={run} />
      {isOver(run) && !run.dryRun && <ReversalCard run={run} />}
    </Page>
  )
}

function WholeProblem({ problem }: { readonly problem: string }) {
  const t = useText(importsText)
  return <Alert type="error" showIcon title={t('error')} description={problem} />
}

function Numbers({ run }: { readonly run: ImportRow }) {
  const t = useText(importsText)
  const { done, total, dryRun, status } = run
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100)
  const would = (name: 'created' | 'updated') => t(dryRun ? `would.${name}` : name)
  return (
    <Card size="small">
      <Flex gap="middle" align="center" wrap>
        <Tag color={importColours[status]}>{t(`status.${status}`)}</Tag>
        <Progress
          percent={isOver(run) && status === 'finished' ? 100 : percent}
          status={status === 'failed' ? 'exception' : status === 'finished' ? 'success' : 'active'}
          aria-label={t('progress', { done, total })}
          style={{ flex: '1 1 200px', maxWidth: 480 }}
        />
        <Typography.Text aria-live="polite">
          {t('progress', { done: done.toLocaleString('en-US'), total: total.toLocaleString('en-US') })}
        </Typography.Text>
      </Flex>
      <Flex gap="large" wrap style={{ marginTop: 16 }}>
        <Statistic title={would('created')} value={run.created} />
        <Statistic title={would('updated')} value={run.updated} />
        <Statistic title={t('unchanged')} value={run.unchanged} />
        <Statistic
          title={t('failed')}
          value={run.failed}
          styles={{ content: { color: run.failed > 0 ? 'var(--cinnabar)' : undefined } }}
        />
      </Flex>
    </Card>
  )
}

function Actions({ run }: { readonly run: ImportRow }) {
  const t = useText(importsText)
  const navigate = useNavigate()
  const reload = useReload('imports')
  if (!isOver(run))
    return (
      <AskingVerb
        permission="imports.run"
        title={t('cancel.title')}
        consequence={t('cancel.consequence')}
        work={() => ask('POST /api/v1/admin/imports/{id}/cancel', { path: { id: run.id } })}
        onDone={reload}
      >
        {t('cancel')}
      </AskingVerb>
    )
  return (
    <>
      {run.dryRun ? (
        <Verb onClick={() => void navigate({ to: '/imports/new', search: { from: run.id } as never })}>
          {t('columns.change')}
        </Verb>
      ) : (
        <>
          {run.kind === 'products' && (
            <Link to="/products">
              <Button>{t('products.show')}</Button>
            </Link>
          )}
          <ReverseVerb run={run} />
        </>
      )}
      <RunAgain run={run} />
    </>
  )
}

/** The real run after a trial, or the same sheet once more. */
function RunAgain({ run }: { readonly run: ImportRow }) {
  const t = useText(importsText)
  const navigate = useNavigate()
  const fields = useColumnsOf(run.kind, run.dialect)
  const start = async () => {
    const { kind, dialect, fileId, options, columns } = run
    const { id } = await requestImport({
      kind,
      dialect,
      fileId,
      options,
      columns: chosenColumns(fields ?? [], columns),
      dryRun: false,
    })
    await navigate({ to: `/imports/${id}` })
  }
  if (!run.dryRun)
    return (
      <AskingVerb permission="imports.run" title={t('retry.title')} consequence={t('retry.consequence')} work={start}>
        {t('retry')}
      </AskingVerb>
    )
  return (
    <AskingVerb
      type="primary"
      permission="imports.run"
      blocked={run.status !== 'finished' && t(`status.${run.status}`)}
      title={t('real.title', { file: run.fileName })}
      consequence={t('real.consequence', { ...run })}
      work={start}
    >
      {t('real.go')}
    </AskingVerb>
  )
}

const mostShown = 500

function Failures({ run }: { readonly run: ImportRow }) {
  const t = useText(importsText)
  const failures = useQuery({
    ...asking('GET /api/v1/admin/imports/{id}/failures', { path: { id: run.id }, query: { limit: mostShown } }),
    queryKey: keyOf('GET /api/v1/admin/imports/{id}/failures', run.id, run.failed),
    enabled: run.failed > 0,
  })
  if (run.failed === 0)
    return isOver(run) ? <Typography.Text type="secondary">{t('failures.none')}</Typography.Text> : null
  return (
    <Card
      size="small"
      title={t('failures')}
      extra={
        <Flex gap="small" wrap>
          <Button href={`/api/v1/admin/imports/${run.id}/failures.xlsx`} download title={t('download.hint')}>
            {t('download.xlsx')}
          </Button>
          <Button href={`/api/v1/admin/imports/${run.id}/failures.csv`} download title={t('download.hint')}>
            {t('download')}
          </Button>
        </Flex>
      }
    >
      <Loaded query={failures}>{(rows) => <FailureTable run={run} rows={rows} />}</Loaded>
    </Card>
  )
}

function FailureTable({ run, rows }: { readonly run: ImportRow; readonly rows: readonly Failure[] }) {
  const t = useText(importsText)
  const language = useLocale()
  const fields = useColumnsOf(run.kind, run.dialect) ?? []
  const nameOf = (field: string) => fields.find((each) => each.field === field)?.label[language] ?? field
  return (
    <>
      <Table<Failure>
        size="small"
        rowKey={(row) => `${row.row} ${row.field} ${row.message}`}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={[...rows]}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('row'), width: 64, align: 'right', dataIndex: 'row' },
          { title: t('field'), width: 140, render: (_, { field }) => nameOf(field) },
          { title: t('reason'), width: 320, dataIndex: 'message' },
          {
            title: t('value'),
            width: 260,
            render: (_, { value }) => <span style={{ overflowWrap: 'anywhere' }}>{value?.slice(0, 120)}</span>,
          },
        ]}
      />
      {rows.length >= mostShown && (
        <Typography.Text type="secondary">{t('failures.more', { count: mostShown })}</Typography.Text>
      )}
    </>
  )
}
