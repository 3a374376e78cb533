import { texts } from '#kernel/text'

/** What can be wrong with a cell, whatever the sheet is about. */
export const sheetText = texts({
  'sheet.missing': { zh: '此列必填', en: 'This must be filled in' },
  'sheet.too_long': { zh: '内容过长，最多 {most} 个字', en: 'Too long: at most {most} characters' },
  'sheet.formula': { zh: '“{value}”像公式，可能有害', en: '“{value}” looks like a formula and may do harm' },
  'sheet.amount_invalid': { zh: '“{value}”不是有效的金额', en: '“{value}” is no amount' },
  'sheet.amount_negative': { zh: '金额不能为负数：“{value}”', en: 'An amount cannot be negative: “{value}”' },
  'sheet.number_invalid': { zh: '“{value}”不是有效的整数', en: '“{value}” is no whole number' },
  'sheet.day_invalid': {
    zh: '“{value}”不是有效的日期，应写作 2026-01-31',
    en: '“{value}” is no date. Write it as 2026-01-31',
  },
  'sheet.choice_invalid': { zh: '“{value}”不是可选的值', en: '“{value}” is none of the possible values' },
  'sheet.twice': { zh: '与第 {row} 行重复', en: 'The same as row {row}' },
  'sheet.sku_unknown': { zh: '没有商家编码“{value}”', en: 'There is no SKU “{value}”' },
})
