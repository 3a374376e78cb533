import { Button, Flex, Input, InputNumber, Switch, Tooltip } from 'antd'
import { useState } from 'react'
import { ask } from '../frame/api.ts'
import { useReload } from '../frame/asking.ts'
import { useLocale, useText } from '../frame/language.ts'
import { useAct } from '../frame/Problems.tsx'
import { useMay } from '../frame/session.ts'
import type { Setting, Value } from './setting-words.ts'
import { settingsText } from './settings-text.ts'

/** The value of a setting, to be changed in place. */
export function SettingValue({ row }: { readonly row: Setting }) {
  const t = useText(settingsText)
  const language = useLocale()
  const act = useAct()
  const reload = useReload('settings')
  const may = useMay('settings.change')
  const [value, setValue] = useState<Value>(row.value)
  const save = async (next: Value) => {
    if (
      await act(
        () => ask('PUT /api/v1/admin/settings/{name}', { path: { name: row.name }, body: { value: next } }),
        t('saved'),
      )
    )
      await reload()
  }
  const input = (
    <ValueInput row={row} label={row[language]} value={value} disabled={!may} onChange={setValue} onSave={save} />
  )
  return (
    <Flex gap="small" align="center" wrap>
      {may ? input : <Tooltip title={t('needs.permission')}>{input}</Tooltip>}
      {value !== row.value && row.unit !== 'switch' && (
        <Button type="primary" size="small" onClick={() => void save(value)}>
          {t('save')}
        </Button>
      )}
      {may && value === row.value && row.value !== row.initial && (
        <Button size="small" type="text" onClick={() => void save(row.initial)}>
          {t('reset')}
        </Button>
      )}
    </Flex>
  )
}

interface ValueInputProps {
  readonly row: Setting
  readonly label: string
  readonly value: Value
  readonly disabled: boolean
  readonly onChange: (value: Value) => void
  readonly onSave: (value: Value) => Promise<void>
}

function ValueInput({ row, label, value, disabled, onChange, onSave }: ValueInputProps) {
  const t = useText(settingsText)
  const onEnter = () => void (value !== row.value && onSave(value))
  const shared = { disabled, 'aria-label': label, onPressEnter: onEnter }
  if (row.unit === 'switch')
    return (
      <Switch
        checked={row.value === true}
        disabled={disabled}
        aria-label={label}
        onChange={(next) => void onSave(next)}
      />
    )
  if (row.unit === 'text')
    return (
      <Input
        {...shared}
        value={String(value)}
        maxLength={500}
        style={{ width: 200 }}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <InputNumber
      {...shared}
      value={Number(value)}
      onChange={(next) => onChange(next ?? 0)}
      suffix={t(`unit.${row.unit}`)}
      style={{ width: 160 }}
    />
  )
}
