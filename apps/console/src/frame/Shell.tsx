import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Button, Drawer, Dropdown, Flex, Grid, Layout, Menu, Tag, Typography } from 'antd'
import { useState } from 'react'
import { pageGroups } from '../pages.ts'
import { ask } from './api.ts'
import { appear, appearances, useAppearance } from './appearance.ts'
import { Finder } from './Finder.tsx'
import { speak, useLocale, useText } from './language.ts'
import { useMe } from './session.ts'
import { frameText } from './text.ts'

/** Navigation by floor, who is signed in, and the page. */
export function Shell() {
  const wide = Grid.useBreakpoint().lg ?? true
  const [open, setOpen] = useState(false)
  const t = useText(frameText)
  return (
    <Layout style={{ minHeight: '100dvh' }}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      {wide ? (
        <Layout.Sider
          width={208}
          style={{
            borderInlineEnd: '1px solid var(--soft-line)',
            position: 'sticky',
            insetBlockStart: 0,
            height: '100dvh',
            overflow: 'auto',
          }}
        >
          <Navigation />
        </Layout.Sider>
      ) : (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          size={260}
          styles={{ body: { padding: 0 } }}
        >
          <Navigation onChosen={() => setOpen(false)} />
        </Drawer>
      )}
      <Layout>
        <Header onMenu={wide ? undefined : () => setOpen(true)} />
        <Layout.Content id="content" tabIndex={-1} style={{ padding: wide ? 24 : 12, maxWidth: 1680, width: '100%' }}>
          <Outlet />
        </Layout.Content>
      </Layout>
    </Layout>
  )
}

function Header({ onMenu }: { readonly onMenu?: () => void }) {
  const t = useText(frameText)
  const language = useLocale()
  const queries = useQueryClient()
  const me = useMe()
  const signOut = async () => {
    await ask('POST /api/v1/admin/sign-out')
    queries.clear()
    location.assign('/console')
  }
  return (
    <Layout.Header style={{ paddingInline: 16, borderBottom: '1px solid var(--soft-line)', lineHeight: 1.4 }}>
      <Flex align="center" gap="small" style={{ height: '100%' }}>
        {onMenu && <Button onClick={onMenu}>{t('menu')}</Button>}
        <Typography.Text strong ellipsis>
          {language === 'zh' ? me.shop.name : me.shop.nameEn}
        </Typography.Text>
        {me.shop.isDemo && <Tag color="gold">{t('demo')}</Tag>}
        <span style={{ flex: 1 }} />
        <Finder />
        {onMenu ? (
          <OwnMenu name={me.displayName} onSignOut={signOut} />
        ) : (
          <>
            <Link to={'/account' as string} style={{ whiteSpace: 'nowrap' }}>
              {me.displayName}
            </Link>
            <AppearanceSwitch />
            <Button type="text" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>
              {t('language')}
            </Button>
            <Button type="text" onClick={signOut}>
              {t('sign-out')}
            </Button>
          </>
        )}
      </Flex>
    </Layout.Header>
  )
}

const after = (look: (typeof appearances)[number]) => appearances[(appearances.indexOf(look) + 1) % appearances.length]!

/** What stands side by side on a desk, behind one button on a phone. */
function OwnMenu({ name, onSignOut }: { readonly name: string; readonly onSignOut: () => void }) {
  const t = useText(frameText)
  const language = useLocale()
  const look = useAppearance()
  const items = [
    { key: 'account', label: <Link to={'/account' as string}>{t('own-account')}</Link> },
    { key: 'look', label: t(`look.${look}`), onClick: () => appear(after(look)) },
    { key: 'language', label: t('language'), onClick: () => speak(language === 'zh' ? 'en' : 'zh') },
    { key: 'sign-out', label: t('sign-out'), onClick: onSignOut },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text">{name}</Button>
    </Dropdown>
  )
}

/** As the system looks, light, or dark: each press goes on to the next. */
function AppearanceSwitch() {
  const t = useText(frameText)
  const now = useAppearance()
  const next = after(now)
  return (
    <Button type="text" aria-label={t('look.switch', { now: t(`look.${now}`) })} onClick={() => appear(next)}>
      {t(`look.${now}`)}
    </Button>
  )
}

function Navigation({ onChosen }: { readonly onChosen?: () => void }) {
  const t = useText(frameText)
  const language = useLocale()
  const { pathname } = useLocation()
  const { permissions } = useMe()
  const items = pageGroups
    .map(({ group, pages }) => ({
      key: group,
      type: 'group' as const,
      label: t(`group.${group}`),
      children: pages
        .filter((page) => page.inMenu && permissions.includes(page.needs))
        .map((page) => ({ key: page.path, label: <Link to={page.path}>{page.title[language]}</Link> })),
    }))
    .filter((group) => group.children.length > 0)
  const around = items
    .flatMap((group) => group.children)
    .filter((item) => pathname.endsWith(item.key) || pathname.includes(`${item.key}/`))
  const nearest = around.toSorted((a, b) => b.key.length - a.key.length)[0]
  return (
    <nav aria-label={t('menu')}>
      <Link
        to="/"
        onClick={onChosen}
        style={{ display: 'flex', alignItems: 'center', gap: 10, padding: '16px 20px', color: 'inherit' }}
      >
        <img src="/console/seal.svg" alt="" width={28} height={28} />
        <Typography.Text strong style={{ fontSize: 17 }}>
          {t('brand')}
        </Typography.Text>
      </Link>
      <Menu
        mode="inline"
        items={items}
        selectedKeys={nearest ? [nearest.key] : []}
        onClick={onChosen}
        style={{ borderInlineEnd: 0 }}
      />
    </nav>
  )
}
