import { useMemo } from 'react'
import { useLocale } from '../../frame/language.ts'
import { useMe } from '../../frame/session.ts'
import { categoryNames, useBrands, useCategories } from './goods-data.ts'
import { stageChoices, type Words } from './grid-cells.ts'

/** What cells are written and read by; undefined while the names are on their way. */
export function useWords(): Words | undefined {
  const language = useLocale()
  const { currency } = useMe().shop
  const categories = useCategories().data
  const brands = useBrands().data
  return useMemo(() => {
    if (!categories || !brands) return undefined
    const last = (path: string) => path.split(' / ').at(-1)!.toLowerCase()
    const other = categoryNames(categories, language === 'zh' ? 'en' : 'zh')
    const paths = [...categoryNames(categories, language)]
    return {
      language,
      currency,
      choices: {
        categoryId: paths.map(([id, label]) => ({
          id,
          label,
          names: [...new Set([last(label), other.get(id)!.toLowerCase(), last(other.get(id)!)])],
        })),
        brandId: brands.map(({ id, name, slug }) => ({
          id,
          label: name[language],
          names: [...new Set([name.zh.toLowerCase(), name.en.toLowerCase(), slug])],
        })),
        lifeStage: stageChoices(language),
      },
    }
  }, [categories, brands, language, currency])
}
