import { declareSettings, minorSetting } from '#platform/settings'

export const settlementSettings = declareSettings('settlement', {
  feeTolerance: minorSetting(1, {
    zh: '账单手续费与预计相差多少以内不提示',
    en: 'A fee of the bill may differ by so much from the expected one unnoticed',
    owner: 'finance',
    source: 'FIN-04; the catalogue names no number: one fen of rounding',
  }),
})
