import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

/** A product of a data set that is nothing but a title, a price and the shop that sells it. */
export interface TitledProduct {
  readonly id: string
  readonly title: string
  readonly price: string
  readonly brand: string
  readonly sold: number
  readonly comments: number
}

interface Columns {
  readonly id: string
  readonly title: string
  readonly price: string
  readonly sale_count: string
  readonly comment_count: string
  readonly 店名: string
}

/** The products of a CSV (gzipped or not) in the columns `id,title,price,sale_count,comment_count,店名`: of several rows with one id the last. */
export async function readTitles(file: string): Promise<TitledProduct[]> {
  const bytes = await readFile(file)
  const text = file.endsWith('.gz') ? gunzipSync(bytes) : bytes
  const rows = parse<Columns>(text, { columns: true, bom: true, relax_quotes: true })
  return [...new Map(rows.map((row) => [row.id, row])).values()].map((row) => ({
    id: row.id,
    title: row.title.trim(),
    price: row.price,
    brand: row.店名,
    sold: Number(row.sale_count) || 0,
    comments: Number(row.comment_count) || 0,
  }))
}

/** Our own product sheet: the id is the SKU, the shop the brand; what the data set does not say is the same for all. */
export const productSheet = (products: readonly TitledProduct[]): string =>
  stringify(
    products.map(({ id, title, price, brand }) => ({
      商品编码: id.toLowerCase(),
      商品名称: title,
      英文名称: title,
      类目: '护肤彩妆',
      品牌: brand,
      描述: brand,
      英文描述: brand,
      规格编码: id,
      售价: Number(price) > 0 ? price : '1.00',
      成本: '1.00',
      '重量（克）': '100',
      上架: '是',
    })),
    { header: true },
  )
