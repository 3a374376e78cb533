import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Segmented, Typography } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { ask } from '../../frame/api.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { useMe } from '../../frame/session.ts'
import { decorationText } from './decoration-text.ts'

const widths = { phone: 390, desk: 1280 } as const
type Device = keyof typeof widths

/** The draft as visitors would see it, on a phone or a desk, in either language. */
export function Preview({ pageId, savedAt }: { readonly pageId: string; readonly savedAt: number }) {
  const t = useText(decorationText)
  const own = useLocale()
  const { shop } = useMe()
  const instantText = useInstantText()
  const [device, setDevice] = useState<Device>('phone')
  const [language, setLanguage] = useState(own)
  const link = useQuery({
    queryKey: ['shop-page preview', pageId],
    queryFn: () => ask('POST /api/v1/admin/shop-pages/{id}/preview', { path: { id: pageId } }),
    staleTime: 3_600_000,
  })
  return (
    <Card
      size="small"
      title={t('preview')}
      extra={
        <Flex gap="small" wrap>
          <Segmented<Device>
            aria-label={t('preview.width')}
            value={device}
            options={[
              { value: 'phone', label: t('preview.phone') },
              { value: 'desk', label: t('preview.desk') },
            ]}
            onChange={setDevice}
          />
          <Segmented<'zh' | 'en'>
            aria-label={t('preview.language')}
            value={language}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={setLanguage}
          />
        </Flex>
      }
    >
      <Loaded query={link}>
        {({ token, until }) => {
          const path = `${language === 'en' ? '/en' : ''}/s/${shop.code}/preview/${token}`
          return (
            <Flex vertical gap="small">
              <Framed key={`${device} ${path}`} path={path} width={widths[device]} savedAt={savedAt} />
              <Typography.Text type="secondary">{t('preview.until', { time: instantText(until) })}</Typography.Text>
              <a href={path} target="_blank" rel="noreferrer">
                {t('preview.open')}
              </a>
            </Flex>
          )
        }}
      </Loaded>
    </Card>
  )
}

const height = 720

/** The page at the width of the device, made as small as the room for it. It is loaded anew where it stands. */
function Framed({ path, width, savedAt }: { readonly path: string; readonly width: number; readonly savedAt: number }) {
  const t = useText(decorationText)
  const frame = useRef<HTMLIFrameElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(width)
  const shown = useRef(savedAt)
  useEffect(() => {
    if (shown.current === savedAt) return
    shown.current = savedAt
    frame.current?.contentWindow?.location.reload()
  }, [savedAt])
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setRoom(entry!.contentRect.width))
    if (box.current) watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  const scale = Math.min(1, room / width)
  return (
    <div ref={box} className="preview" style={{ height }}>
      <iframe
        ref={frame}
        src={path}
        title={t('preview')}
        style={{ width, height: height / scale, transform: `scale(${scale})` }}
      />
    </div>
  )
}
