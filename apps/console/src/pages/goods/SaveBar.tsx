import { Button, Flex, Popconfirm, Typography } from 'antd'
import { useEffect, useRef } from 'react'
import { LeaveWarning } from '../../frame/LeaveWarning.tsx'
import { useText } from '../../frame/language.ts'
import { Verb } from '../../frame/Verb.tsx'
import { productText } from './product-text.ts'

interface SaveBarProps {
  readonly isDirty: boolean
  readonly isNew: boolean
  readonly isBusy: boolean
  readonly hasLeft: () => boolean
  readonly onSave: () => void
  readonly onDiscard: () => void
}

/** Appears when something is not saved, and asks before it would be lost. Ctrl+S saves. */
export function SaveBar(props: SaveBarProps) {
  const t = useText(productText)
  const { isDirty, isNew, isBusy, onSave, onDiscard } = props
  useSaveKey(isDirty, onSave)
  return (
    <>
      <LeaveWarning isDirty={isDirty} hasLeft={props.hasLeft} />
      {isDirty && (
        <section className="save-bar" aria-label={t('dirty')}>
          <Flex align="center" justify="end" gap="small" wrap>
            <Typography.Text style={{ flex: 1 }}>{t('dirty')}</Typography.Text>
            <Popconfirm title={t('discard.title')} onConfirm={onDiscard}>
              <Button>{t('discard')}</Button>
            </Popconfirm>
            <Verb type="primary" permission="products.write" blocked={isBusy && t('saving')} onClick={onSave}>
              {t(isNew ? 'create' : 'save')}
            </Verb>
          </Flex>
        </section>
      )}
    </>
  )
}

function useSaveKey(isDirty: boolean, onSave: () => void): void {
  const save = useRef(onSave)
  save.current = onSave
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (isDirty) save.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isDirty])
}
