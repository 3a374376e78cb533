import { Modal } from 'antd'
import { pageGroups } from '../pages.ts'
import { useLocale, useText } from './language.ts'
import { useMe } from './session.ts'
import { commandKey, leaps } from './shortcuts.ts'
import { frameText } from './text.ts'

/** Every key that does something everywhere, for whoever pressed `?`. */
export function KeyboardHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useText(frameText)
  const language = useLocale()
  const { permissions } = useMe()
  const pages = pageGroups.flatMap((group) => group.pages)
  const rows = Object.entries(leaps).flatMap(([key, path]) => {
    const page = pages.find((each) => each.path === path)
    if (page && !permissions.includes(page.needs)) return []
    return [{ key, name: page?.title[language] ?? t('home') }]
  })
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} destroyOnHidden>
      <dl className="keys">
        <dt>
          <kbd className="key">{commandKey}</kbd> <kbd className="key">K</kbd>
        </dt>
        <dd>{t('keys.find')}</dd>
        <dt>
          <kbd className="key">/</kbd>
        </dt>
        <dd>{t('keys.search')}</dd>
        {rows.map(({ key, name }) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd className="key">g</kbd> {t('keys.then')} <kbd className="key">{key}</kbd>
            </dt>
            <dd>{t('keys.go', { page: name })}</dd>
          </div>
        ))}
        <dt>
          <kbd className="key">j</kbd> <kbd className="key">k</kbd>
        </dt>
        <dd>{t('keys.rows')}</dd>
        <dt>
          <kbd className="key">x</kbd>
        </dt>
        <dd>{t('keys.choose')}</dd>
        <dt>
          <kbd className="key">Enter</kbd>
        </dt>
        <dd>{t('keys.open')}</dd>
        <dt>
          <kbd className="key">?</kbd>
        </dt>
        <dd>{t('keys.help')}</dd>
      </dl>
    </Modal>
  )
}
