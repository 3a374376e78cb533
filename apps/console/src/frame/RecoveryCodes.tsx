import { Alert, Button, Flex, Typography } from 'antd'
import { useText } from './language.ts'
import { frameText } from './text.ts'

/** Shown once, to be kept somewhere else than the device. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const t = useText(frameText)
  return (
    <Flex vertical gap="middle">
      <Alert type="warning" showIcon title={t('set-up.codes')} />
      <Typography.Paragraph copyable={{ text: codes.join('\n') }} style={{ margin: 0 }}>
        <Flex component="ul" wrap gap="small" style={{ paddingInlineStart: 0, listStyle: 'none' }}>
          {codes.map((code) => (
            <li key={code} style={{ width: '45%' }}>
              <code>{code}</code>
            </li>
          ))}
        </Flex>
      </Typography.Paragraph>
      <Button type="primary" onClick={onKept}>
        {t('set-up.kept')}
      </Button>
    </Flex>
  )
}
