import { Tabs } from 'antd'
import { useFilters } from '../../frame/filters.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { DictionaryTab } from './SearchDictionary.tsx'
import { HotWordsTab } from './SearchHotWords.tsx'
import { MissedTab } from './SearchMissed.tsx'
import { RankingTab } from './SearchRanking.tsx'
import { SynonymsTab } from './SearchSynonyms.tsx'
import { searchPageText } from './search-text.ts'

/** What shoppers' searches are taught, what they did not find, and why results stand as they do. */
export default function SearchPage() {
  const t = useText(searchPageText)
  const [{ tab = 'ranking' }, filter] = useFilters(['tab'])
  return (
    <Page title={t('title')} about={t('about')}>
      <Tabs
        activeKey={tab}
        onChange={(key) => filter({ tab: key === 'ranking' ? undefined : key })}
        items={[
          { key: 'ranking', label: t('tab.ranking'), children: <RankingTab /> },
          { key: 'missed', label: t('tab.missed'), children: <MissedTab /> },
          { key: 'synonyms', label: t('tab.synonyms'), children: <SynonymsTab /> },
          { key: 'hot', label: t('tab.hot'), children: <HotWordsTab /> },
          { key: 'dictionary', label: t('tab.dictionary'), children: <DictionaryTab /> },
        ]}
      />
    </Page>
  )
}
