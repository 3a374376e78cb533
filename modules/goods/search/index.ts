import type { ClockJob } from '#platform/jobs'
import { learnWords } from './learn-words.ts'
import { forgetMissed } from './missed-searches.ts'
import { renewDocuments } from './renew-documents.ts'
import { weighProducts } from './weigh-products.ts'

export {
  addDictionaryWords,
  type DictionaryWord,
  dictionaryWordInvalid,
  dictionaryWordUnknown,
  listDictionary,
  removeDictionaryWord,
} from './dictionary.ts'
export { explainRanking } from './explain-ranking.ts'
export { type DocumentState, documentStates, type FinishedDocument, keepDocuments } from './finished-documents.ts'
export { categoryList, type FinishedList, recountCategories, wordsList } from './finished-lists.ts'
export { type FinishedPage, finishedPages } from './finished-page.ts'
export { forgetProducts } from './forget-products.ts'
export { type HotWords, hotWords, hotWordsInvalid, setHotWords } from './hot-words.ts'
export { learnWords } from './learn-words.ts'
export { listedNow } from './listed-now.ts'
export { type MissedSearch, missedSearches, noteMissed } from './missed-searches.ts'
export { hasStock, pushSold, pushStock, type Sold } from './push-facts.ts'
export { reindexProducts } from './reindex-products.ts'
export { productsWithWords, searchProducts } from './search-products.ts'
export { type RankingFacts, setRankingFacts } from './set-ranking-facts.ts'
export { searchSettings } from './settings.ts'
export { type ShelfWish, shelfProducts } from './shelf-products.ts'
export { showListed } from './show-listed.ts'
export { suggestWords } from './suggest.ts'
export {
  importSynonyms,
  listSynonyms,
  removeSynonyms,
  type SynonymGroup,
  saveSynonyms,
  synonymsInvalid,
  synonymsNotFound,
  takeStarterSynonyms,
} from './synonyms.ts'
export { weighProducts } from './weigh-products.ts'

export const searchClockJobs: ClockJob[] = [
  { name: 'search.renewDocuments', everyMinutes: 1, run: renewDocuments },
  { name: 'search.learnWords', everyMinutes: 10, run: learnWords },
  { name: 'search.forgetMissed', everyMinutes: 1440, run: forgetMissed },
  { name: 'search.weighProducts', everyMinutes: 10, run: weighProducts },
]
