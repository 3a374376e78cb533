import { Button, Flex, Input, InputNumber, Switch, Tooltip } from 'antd'
import { useState } from 'react'
import { unitText } from '../../../audit/unit-text.ts'
import { ask, askWithTag } from '../frame/api.ts'
import { useReload } from '../frame/asking.ts'
import { FasterAlert, type Seen, useContest, useWhoChanged } from '../frame/contest.tsx'
import { useLocale, useText } from '../frame/language.ts'
import { useAct } from '../frame/Problems.tsx'
import { useMissing } from '../frame/rights.ts'
import { type Setting, useValueText, type Value } from './setting-words.ts'
import { settingsText } from './settings-text.ts'

export const readSettings = () => askWithTag('GET /api/v1/admin/settings')

interface SettingValueProps {
  readonly row: Setting
  /** The version of the settings that is looked at. */
  readonly etag: string | undefined
}

/** The value of a setting, to be changed in place. */
export function SettingValue({ row, etag }: SettingValueProps) {
  const t = useText(settingsText)
  const language = useLocale()
  const valueText = useValueText()
  const act = useAct()
  const reload = useReload('settings')
  const missing = useMissing('settings.change')
  const whoChanged = useWhoChanged()
  /** What is being entered, and what it is to replace. */
  const [draft, setDraft] = useState<Seen<Value> & { readonly value: Value }>()
  const value = draft?.value ?? row.value
  const {
    contest,
    save: asSeen,
    end,
  } = useContest(draft ?? { thing: row.value, etag }, async () => {
    const now = await readSettings()
    const thing = now.answer.find(({ name }) => name === row.name)?.value ?? row.value
    return {
      thing,
      etag: now.etag ?? undefined,
      ...(await whoChanged('setting.changed', ({ name }) => name === row.name)),
    }
  })
  const save = async (next: Value) => {
    setDraft((base) => ({ thing: row.value, etag, ...base, value: next }))
    const path = { name: row.name }
    const work = () =>
      asSeen((ifMatch) => ask('PUT /api/v1/admin/settings/{name}', { path, body: { value: next }, ...ifMatch }))
    if (await act(work, t('saved'))) await takeWhatStands()
  }
  const takeWhatStands = async () => {
    end()
    await reload()
    setDraft(undefined)
  }
  const enter = (next: Value) => setDraft((base) => ({ thing: row.value, etag, ...base, value: next }))
  const input = (
    <ValueInput
      row={row}
      label={row[language]}
      value={value}
      disabled={missing !== undefined}
      onChange={enter}
      onSave={save}
    />
  )
  return (
    <Flex vertical gap="small">
      <Flex gap="small" align="center" wrap>
        {missing ? <Tooltip title={missing}>{input}</Tooltip> : input}
        {!contest && value !== row.value && row.unit !== 'switch' && (
          <Button type="primary" size="small" onClick={() => void save(value)}>
            {t('save')}
          </Button>
        )}
        {!missing && value === row.value && row.value !== row.initial && (
          <Button size="small" type="text" onClick={() => void save(row.initial)}>
            {t('reset')}
          </Button>
        )}
      </Flex>
      {contest && (
        <FasterAlert
          {...contest}
          changes={[
            {
              field: row[language],
              before: valueText(contest.was, row.unit),
              after: valueText(contest.thing, row.unit),
            },
          ]}
          onTheirs={takeWhatStands}
          onMine={() => save(value)}
        />
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
  const t = useText(unitText)
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
      suffix={row.unit === 'count' ? undefined : t(`unit.${row.unit}`)}
      style={{ width: 160 }}
    />
  )
}
