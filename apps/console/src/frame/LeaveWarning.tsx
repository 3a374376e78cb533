import { useBlocker } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useText } from './language.ts'
import { frameText } from './text.ts'

interface LeaveWarningProps {
  readonly isDirty: boolean
  /** Stored meanwhile: leaving loses nothing any more. */
  readonly hasLeft?: () => boolean
}

/** Asks before something that is not saved is lost: by a link, by "back", by closing the window. */
export function LeaveWarning({ isDirty, hasLeft = () => false }: LeaveWarningProps) {
  const t = useText(frameText)
  const blocker = useBlocker({
    shouldBlockFn: () => isDirty && !hasLeft(),
    enableBeforeUnload: () => isDirty && !hasLeft(),
    withResolver: true,
  })
  return (
    <Modal
      open={blocker.status === 'blocked'}
      title={t('leave.title')}
      okText={t('leave.stay')}
      cancelText={t('leave.go')}
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.proceed?.()}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      {t('leave.text')}
    </Modal>
  )
}
