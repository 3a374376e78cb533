/** What a product is worth as an answer: 3 exactly what was asked, 2 a good substitute, 1 related; not listed: wrong. */
export type Grades = Readonly<Record<string, number>>

export interface GradedQuery {
  readonly id: string
  readonly half: string
  readonly kind: string
  readonly text: string
  readonly grades: Grades
}

const places = 10

/**
 * nDCG@10: how close the first ten answers come to the best order of the graded ones, from 0 to 1. Where nothing is right, showing nothing is
 * right. A product counts once.
 */
export function ndcg(shown: readonly string[], grades: Grades): number {
  const best = Object.values(grades).sort((a, b) => b - a)
  if (best.length === 0) return shown.length === 0 ? 1 : 0
  return gainOf([...new Set(shown)].map((id) => grades[id] ?? 0)) / gainOf(best)
}

/** How much of what is exactly right or a good substitute stands among the first ten, as far as ten can hold it. 1 where there is none. */
export function recall(shown: readonly string[], grades: Grades): number {
  const good = Object.values(grades).filter((grade) => grade >= 2).length
  const found = new Set(shown.slice(0, places).filter((id) => (grades[id] ?? 0) >= 2)).size
  return good === 0 ? 1 : found / Math.min(good, places)
}

const gainOf = (grades: readonly number[]): number =>
  grades.slice(0, places).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
