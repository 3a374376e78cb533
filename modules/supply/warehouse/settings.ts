import { declareSettings, percentSetting, type Setting } from '#platform/settings'

const packagingGrams: Setting<number> = {
  initial: 150,
  unit: 'grams',
  check: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10_000,
  zh: '包装物的平均重量',
  en: 'Average weight of the packaging',
  owner: 'warehouse',
  source: 'OUT-12',
}

export const warehouseSettings = declareSettings('warehouse', {
  weightDeviation: percentSetting(20, {
    zh: '称重与预计重量允许的偏差',
    en: 'Deviation from the expected weight that is accepted',
    owner: 'warehouse',
    source: 'OUT-12',
  }),
  packagingGrams,
})
