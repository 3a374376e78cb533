import { Card, Flex, Form, Input, Select, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { campaignPath, contentLimits, homeName, isCampaignName } from '#model/growth/content'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { Content, ShopPage } from './content.ts'
import { decorationText } from './decoration-text.ts'
import { BothField } from './fields.tsx'

type Entry = AnswerOf<'GET /api/v1/admin/shop-pages'>[number]

interface ChoosePageProps {
  readonly pages: readonly Entry[]
  readonly chosen: string
  readonly onChoose: (name: string) => void
}

/** Which page is decorated: the home, or that of a campaign; and a new one. */
export function ChoosePage({ pages, chosen, onChoose }: ChoosePageProps) {
  const t = useText(decorationText)
  const language = useLocale()
  const campaigns = pages.filter(({ name }) => name !== homeName)
  const options = [
    { value: homeName, label: t('page.home') },
    ...campaigns.map(({ name, title }) => ({ value: name, label: title?.[language] || title?.zh || name })),
  ]
  return (
    <Flex gap="small" wrap>
      <Select
        aria-label={t('page.choose')}
        value={chosen}
        options={options}
        style={{ minWidth: 220 }}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={onChoose}
      />
      <NewCampaign onBegun={onChoose} />
    </Flex>
  )
}

interface CampaignWish {
  readonly name: string
  readonly zh: string
  readonly en?: string
}

function NewCampaign({ onBegun }: { readonly onBegun: (name: string) => void }) {
  const t = useText(decorationText)
  const reload = useReload('shop-pages')
  const begin = async ({ name, zh, en = '' }: CampaignWish) => {
    await ask('POST /api/v1/admin/shop-pages/campaigns', { body: { name, title: { zh, en } } })
    await reload()
    onBegun(name)
  }
  return (
    <AskingVerb<CampaignWish>
      permission="pages.change"
      title={t('campaign.new')}
      consequence={t('campaign.new.about')}
      fields={
        <>
          <Form.Item name="zh" label={t('zh', { label: t('campaign.title') })} rules={[{ required: true }]}>
            <Input maxLength={contentLimits.title} />
          </Form.Item>
          <Form.Item name="en" label={t('en', { label: t('campaign.title') })}>
            <Input maxLength={contentLimits.title} />
          </Form.Item>
          <Form.Item
            name="name"
            label={t('campaign.name')}
            extra={t('campaign.name.hint')}
            rules={[
              { required: true, validator: (_, value: string = '') => mustBeName(value, t('campaign.name.hint')) },
            ]}
          >
            <Input prefix="/campaigns/" maxLength={contentLimits.name} />
          </Form.Item>
        </>
      }
      work={begin}
    >
      {t('campaign.new')}
    </AskingVerb>
  )
}

const mustBeName = (name: string, why: string): Promise<void> =>
  isCampaignName(name) ? Promise.resolve() : Promise.reject(new Error(why))

interface HeadFormProps {
  readonly name: string
  readonly head: NonNullable<Content['head']>
  readonly missing: boolean
  readonly onChange: (head: NonNullable<Content['head']>) => void
}

/** What a campaign is called, and what search engines show of it. */
export function HeadForm({ name, head, missing, onChange }: HeadFormProps) {
  const t = useText(decorationText)
  return (
    <Card size="small" title={t('head')} className="side">
      <Form layout="vertical" component="div">
        {missing && <Typography.Text type="warning">{t('head.missing')}</Typography.Text>}
        <Form.Item label={t('campaign.address')}>
          <Typography.Text copyable>{campaignPath(name)}</Typography.Text>
        </Form.Item>
        <BothField label={t('campaign.title')} value={head.title} onChange={(title) => onChange({ ...head, title })} />
        <BothField
          label={t('head.description')}
          rows={3}
          most={contentLimits.description}
          value={head.description}
          onChange={(description) => onChange({ ...head, description })}
        />
      </Form>
    </Card>
  )
}

/** Ends a campaign's page before anything else takes its place. */
export function Withdraw({ page, onDone }: { readonly page: ShopPage; readonly onDone: () => unknown }) {
  const t = useText(decorationText)
  const isShown = page.versions.some(({ status }) => status === 'shown')
  return (
    <AskingVerb<object>
      permission="pages.publish"
      blocked={!isShown && t('withdraw.not')}
      title={t('withdraw')}
      consequence={t('withdraw.consequence')}
      work={() => ask('POST /api/v1/admin/shop-pages/{id}/withdraw', { path: { id: page.id } })}
      onDone={onDone}
    >
      {t('withdraw')}
    </AskingVerb>
  )
}
