import { Card, Checkbox, Flex, Typography } from 'antd'
import { type Permission, permissionFloors, permissions, permissionWords } from '#model/office/roles'
import { useText } from '../../frame/language.ts'
import { usePermissionText } from '../../frame/rights.ts'
import { useMe } from '../../frame/session.ts'
import { rolesPageText } from './roles-text.ts'

interface PermissionPickerProps {
  readonly value?: readonly string[]
  readonly onChange?: (value: string[]) => void
  /** Nothing can be taken away. */
  readonly isFixed?: boolean | undefined
  /** What the role allows already: it may stay, whoever looks at it. */
  readonly held: readonly string[]
}

/** Every permission with what it lets somebody do, floor by floor. What whoever edits does not hold cannot be given. */
export function PermissionPicker({ value = [], onChange, isFixed, held }: PermissionPickerProps) {
  const t = useText(rolesPageText)
  const chosen = new Set(value)
  const toggle = (codes: readonly string[], wanted: boolean) => {
    const rest = value.filter((one) => !codes.includes(one))
    onChange?.(wanted ? [...rest, ...codes] : rest)
  }
  const { permissions: own } = useMe()
  const mayGive = (code: string) => own.includes(code) || held.includes(code)
  return (
    <Flex wrap gap="middle">
      {permissionFloors.map((floor) => {
        const all = permissions.filter((one) => permissionWords[one][0] === floor)
        const givable = all.filter(mayGive)
        const count = all.filter((one) => chosen.has(one)).length
        return (
          <Card
            key={floor}
            size="small"
            style={{ flex: '1 1 320px' }}
            title={
              <Checkbox
                checked={count === all.length}
                indeterminate={count > 0 && count < all.length}
                disabled={isFixed}
                onChange={({ target }) => toggle(givable, target.checked)}
              >
                {t(`floor.${floor}`)} {count}/{all.length}
              </Checkbox>
            }
          >
            <Flex vertical gap={6}>
              {all.map((code) => (
                <PermissionLine
                  key={code}
                  code={code}
                  isChosen={chosen.has(code)}
                  isBlocked={isFixed || !mayGive(code)}
                  why={!isFixed && !mayGive(code) ? t('not-held') : undefined}
                  onChange={(wanted) => toggle([code], wanted)}
                />
              ))}
            </Flex>
          </Card>
        )
      })}
    </Flex>
  )
}

interface LineProps {
  readonly code: Permission
  readonly isChosen: boolean
  readonly isBlocked: boolean | undefined
  readonly why?: string | undefined
  readonly onChange: (wanted: boolean) => void
}

function PermissionLine({ code, isChosen, isBlocked, why, onChange }: LineProps) {
  const permissionText = usePermissionText()
  return (
    <Checkbox checked={isChosen} disabled={isBlocked} title={code} onChange={({ target }) => onChange(target.checked)}>
      {permissionText(code)}{' '}
      {why && (
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {why}
        </Typography.Text>
      )}
    </Checkbox>
  )
}
