import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { asking } from '../frame/asking.ts'
import { useLocale, useText } from '../frame/language.ts'
import { useMe } from '../frame/session.ts'
import { History } from './History.tsx'
import { type Setting, useValueText } from './setting-words.ts'
import { settingsText } from './settings-text.ts'

/** Who changed a setting, when, from what to what. */
export function SettingHistory({ setting }: { readonly setting: Setting }) {
  const t = useText(settingsText)
  const language = useLocale()
  const valueText = useValueText()
  const { shop } = useMe()
  const [open, setOpen] = useState(false)
  const label = t('history.title', { name: setting[language] })
  return (
    <>
      <Button size="small" type="text" aria-label={label} onClick={() => setOpen(true)}>
        {t('history')}
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={label} destroyOnHidden>
        <History
          question={asking('GET /api/v1/admin/history/{id}', { path: { id: shop.id } })}
          needs="audit.read"
          version={String(setting.value)}
          only={({ type, data }) => type === 'setting.changed' && data.name === setting.name}
          textOf={({ data }) =>
            t('history.line', {
              before: valueText(data.before, setting.unit),
              after: valueText(data.after, setting.unit),
            })
          }
        />
      </Drawer>
    </>
  )
}
