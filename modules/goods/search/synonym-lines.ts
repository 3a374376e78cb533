export interface SynonymWords {
  readonly words: readonly string[]
  /** Only the first word finds the others. */
  readonly oneWay: boolean
  /** How much what is found by another word counts, 10 to 100. */
  readonly weightPercent: number
}

const usual = 80

/**
 * Groups of synonyms as people write them, one a line: words parted by spaces or commas, `_` for a space within a word. With an arrow only what stands
 * before it finds the others; a number from 10 to 100 at the end is how much a word found so counts, in percent (80 unless said).
 */
export const linesOf = (text: string): SynonymWords[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [, words = '', percent] = /^(.*?)(?:[\s,，、]+(100|[1-9]\d))?$/.exec(line) ?? []
      const parted = words.split(/[\s,，、>→]+/).filter(Boolean)
      return {
        words: parted.map((word) => word.replaceAll('_', ' ')),
        oneWay: /[>→]/.test(words),
        weightPercent: Number(percent ?? usual),
      }
    })
