import { Button, Card, Flex, Tag, Typography } from 'antd'
import { comparedWithPreset, type Permission, presetOf } from '#model/office/roles'
import { useLocale, useText } from '../../frame/language.ts'
import { usePermissionText } from '../../frame/rights.ts'
import { useMe } from '../../frame/session.ts'
import { rolesPageText } from './roles-text.ts'

interface RolePresetProps {
  readonly code: string
  /** What the role allows as it stands on the page. */
  readonly held: readonly string[]
  /** What the role allowed when the page was opened. */
  readonly had: readonly string[]
  readonly isFixed?: boolean | undefined
  readonly onPutBack: (permissions: readonly string[]) => void
}

/** What the preset of a role is for, and how the role differs from it. */
export function RolePreset({ code, held, had, isFixed, onPutBack }: RolePresetProps) {
  const t = useText(rolesPageText)
  const language = useLocale()
  const { permissions: own } = useMe()
  const preset = presetOf(code)
  if (!preset) return null
  const { more, fewer } = comparedWithPreset(preset, held)
  const isSame = more.length + fewer.length === 0
  const givable = preset.permissions.filter((one) => own.includes(one) || had.includes(one))
  return (
    <Card size="small" style={{ marginBlock: 16 }} title={t('preset', { name: preset.name[language] })}>
      <Flex vertical gap="small" align="start">
        <span>{preset.does[language]}</span>
        {isSame && <Typography.Text type="secondary">{t('preset.same')}</Typography.Text>}
        <Difference label={t('preset.more')} codes={more} color="warning" />
        <Difference label={t('preset.fewer')} codes={fewer} />
        {!isSame && !isFixed && (
          <Flex gap="small" align="center" wrap>
            <Button size="small" onClick={() => onPutBack(givable)}>
              {t('preset.put-back')}
            </Button>
            <Typography.Text type="secondary">{t('preset.put-back.hint')}</Typography.Text>
          </Flex>
        )}
      </Flex>
    </Card>
  )
}

interface DifferenceProps {
  readonly label: string
  readonly codes: readonly Permission[]
  readonly color?: string
}

function Difference({ label, codes, color }: DifferenceProps) {
  const permissionText = usePermissionText()
  if (codes.length === 0) return null
  return (
    <Flex gap={4} wrap align="center">
      {label}
      {codes.map((code) => (
        <Tag key={code} color={color} title={code} style={{ whiteSpace: 'normal' }}>
          {permissionText(code)}
        </Tag>
      ))}
    </Flex>
  )
}
