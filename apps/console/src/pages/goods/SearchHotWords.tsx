import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Form, Select, Tag, Typography } from 'antd'
import { searchLimits } from '#model/goods/search'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { searchPageText } from './search-text.ts'

/** What shoppers are shown before they type, in each language. */
export function HotWordsTab() {
  const t = useText(searchPageText)
  const hot = useQuery(asking('GET /api/v1/admin/search/hot-words'))
  return (
    <Flex vertical gap="small" style={{ maxWidth: 720 }}>
      <Typography.Text type="secondary">{t('hot.hint')}</Typography.Text>
      <Loaded query={hot}>
        {({ zh, en }) => (
          <>
            <Words locale="zh" words={zh} />
            <Words locale="en" words={en} />
          </>
        )}
      </Loaded>
    </Flex>
  )
}

interface WordsProps {
  readonly locale: 'zh' | 'en'
  readonly words: readonly string[]
}

function Words({ locale, words }: WordsProps) {
  const t = useText(searchPageText)
  return (
    <Card size="small" title={t(`hot.${locale}`)} extra={<EditWords locale={locale} words={words} />}>
      {words.length === 0 ? t('hot.none') : words.map((word) => <Tag key={word}>{word}</Tag>)}
    </Card>
  )
}

function EditWords({ locale, words }: WordsProps) {
  const t = useText(searchPageText)
  const reload = useReload('search')
  return (
    <AskingVerb<{ readonly words: string[] }>
      size="small"
      permission="products.write"
      title={t(`hot.${locale}`)}
      initial={{ words: [...words] }}
      fields={
        <Form.Item name="words" label={t('words')} extra={t('words.hint')}>
          <Select mode="tags" open={false} maxCount={searchLimits.hotWords} />
        </Form.Item>
      }
      work={(form) => ask('PUT /api/v1/admin/search/hot-words', { body: { locale, words: form.words ?? [] } })}
      onDone={reload}
    >
      {t('edit')}
    </AskingVerb>
  )
}
