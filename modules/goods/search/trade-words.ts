import { starterSynonyms } from './starter-synonyms.ts'

/** Words of the trade that the general dictionary cuts apart. */
export const tradeWords: readonly string[] = starterSynonyms
  .flatMap(({ words }) => words)
  .filter((word) => /^\p{Script=Han}{2,}$/u.test(word))
