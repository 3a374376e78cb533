import { saleItemsOf } from '#goods/catalog'
import type { SaleItem, VariantId } from '#model/goods/catalog'
import type { Reader } from '#platform/context'

interface KeptWords {
  readonly variantId: VariantId
  readonly name?: string
  readonly specification: string
}

interface KeptLine extends KeptWords {
  readonly replacement?: KeptWords | null
}

/**
 * Outbounds and cases keep the Chinese words of their goods. Whoever reads another language gets today's words of the variant in it; goods that are gone, or have none
 * in it, keep what was written down.
 */
export async function goodsInWords<Line extends KeptLine, Thing extends { readonly lines: readonly Line[] }>(
  reader: Reader,
  things: readonly (Thing & { readonly lines: readonly Line[] })[],
): Promise<Thing[]> {
  if (reader.locale === 'zh') return [...things]
  const kept = things.flatMap(({ lines }) => lines.flatMap((line) => [line, line.replacement ?? []].flat()))
  const items = await saleItemsOf(reader, [...new Set(kept.map(({ variantId }) => variantId))])
  const inWords = <Words extends KeptWords>(words: Words): Words => worded(words, items.get(words.variantId), reader)
  return things.map((thing) => ({
    ...thing,
    lines: thing.lines.map((line) => ({
      ...inWords(line),
      ...(line.replacement && { replacement: inWords(line.replacement) }),
    })),
  }))
}

function worded<Words extends KeptWords>(words: Words, item: SaleItem | undefined, { locale }: Reader): Words {
  if (!item) return words
  const specification = item.specification[locale] || words.specification
  return { ...words, specification, ...(words.name !== undefined && { name: item.name[locale] || words.name }) }
}
