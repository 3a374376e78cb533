import { Alert, Button, Flex, Modal, Typography } from 'antd'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { staffText } from './staff-text.ts'

/** A temporary password and whose it is. */
export interface Given {
  readonly name: string
  readonly userName: string
  readonly password: string
  readonly until: string
}

/** The password to hand over. It is shown this once. */
export function GivenPassword({ given, onClose }: { readonly given: Given | undefined; readonly onClose: () => void }) {
  const t = useText(staffText)
  const instantText = useInstantText()
  const close = (
    <Button type="primary" onClick={onClose}>
      {t('given.kept')}
    </Button>
  )
  return (
    <Modal open={given !== undefined} title={t('given.title', { name: given?.name })} onCancel={onClose} footer={close}>
      {given && (
        <Flex vertical gap="middle">
          <Alert type="warning" showIcon title={t('given.once')} />
          <Typography.Text>
            {t('user-name')} <Typography.Text code>{given.userName}</Typography.Text>
          </Typography.Text>
          <Typography.Text code copyable aria-label={t('given.password')} style={{ fontSize: 20 }}>
            {given.password}
          </Typography.Text>
          <Typography.Text type="secondary">{t('given.until', { until: instantText(given.until) })}</Typography.Text>
        </Flex>
      )}
    </Modal>
  )
}
