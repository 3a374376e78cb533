import { Card, Flex, Typography } from 'antd'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import './goods.css'
import { headsPageText } from './heads-text.ts'
import { HomeHead } from './PageHeads.tsx'

const files = ['/sitemap.xml', '/robots.txt']

/** What search engines show of the home page, and where they find the rest. */
export default function SearchEnginesPage() {
  const t = useText(headsPageText)
  return (
    <Page title={t('page.title')} about={t('page.about')}>
      <Flex vertical gap="middle" style={{ maxWidth: 720 }}>
        <HomeHead />
        <Card title={t('page.maps')} size="small">
          <Typography.Paragraph type="secondary">{t('page.maps.about')}</Typography.Paragraph>
          <Flex gap="middle" wrap>
            {files.map((file) => (
              <Typography.Link key={file} href={file} target="_blank">
                {file}
              </Typography.Link>
            ))}
          </Flex>
        </Card>
      </Flex>
    </Page>
  )
}
