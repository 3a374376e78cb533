import { Link } from '@tanstack/react-router'
import { Alert, Flex } from 'antd'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { SavedBatch } from './grid-state.ts'
import { gridText } from './grid-text.ts'

type Batch = SavedBatch['batch']

/** What a save came to, and the way back. */
export function BatchOutcome({ saved, onUndone }: { readonly saved: SavedBatch; readonly onUndone: () => unknown }) {
  const t = useText(gridText)
  const { batch, rows } = saved
  const held = rows.filter(({ status }) => status === 'held').length
  return (
    <Alert
      type={batch.refused > 0 ? 'warning' : 'success'}
      showIcon
      title={t(held > 0 ? 'outcome.held' : 'outcome', { ...counts(batch), held })}
      action={
        <Flex gap="small" align="center">
          <Link to={`/product-batches/${batch.id}`}>{t('outcome.open')}</Link>
          <UndoBatch batch={batch} onUndone={onUndone} />
        </Flex>
      }
    />
  )
}

const counts = ({ saved, unchanged, refused }: Batch) => ({ saved, unchanged, refused })

/** Takes a batch back, after saying what that means. */
export function UndoBatch({
  batch,
  onUndone,
  size = 'small',
}: {
  readonly batch: Batch
  readonly onUndone: () => unknown
  readonly size?: 'small' | 'middle'
}) {
  const t = useText(gridText)
  const reload = useReload('products', 'prices', 'product-batches', 'notices')
  const nothing = batch.undoes
    ? t('undo.of.undo')
    : batch.undoneBy
      ? t('undo.done')
      : batch.saved === 0 && t('undo.nothing')
  return (
    <AskingVerb
      size={size}
      danger
      blocked={nothing}
      title={t('undo.title', { count: batch.saved })}
      consequence={t('undo.consequence')}
      work={() => ask('POST /api/v1/admin/product-batches/{id}/undo', { path: { id: batch.id } })}
      onDone={async () => {
        await reload()
        await onUndone()
      }}
    >
      {t('undo')}
    </AskingVerb>
  )
}
