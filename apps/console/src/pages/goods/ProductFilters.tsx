import { Button, Input, Select, TreeSelect } from 'antd'
import { useEffect, useState } from 'react'
import { catalogText, lifeStages } from '#model/goods/catalog'
import { useLocale, useText } from '../../frame/language.ts'
import { treeOptions, useBrands, useCategories } from './goods-data.ts'
import { flagNames } from './ProductFlags.tsx'
import { productsText } from './products-text.ts'

export const filterNames = ['text', 'category', 'brand', 'lifeStage', 'flag', 'tag'] as const
type Filters = { readonly [Name in (typeof filterNames)[number]]?: string | undefined }

interface ProductFiltersProps {
  readonly filters: Filters
  readonly onChange: (change: Filters) => void
}

/** What narrows the list; every choice is in the address. */
export function ProductFilters({ filters, onChange }: ProductFiltersProps) {
  const t = useText(productsText)
  const say = useText(catalogText)
  const language = useLocale()
  const categories = useCategories()
  const brands = useBrands()
  const isSet = filterNames.some((name) => filters[name])
  return (
    <search className="filters" aria-label={t('search')}>
      <SearchInput
        className="search"
        label={t('search')}
        value={filters.text}
        onSearch={(text) => onChange({ text })}
      />
      <TreeSelect
        allowClear
        showSearch={{ treeNodeFilterProp: 'title' }}
        aria-label={t('filter.category')}
        placeholder={t('filter.category')}
        treeData={treeOptions(categories.data ?? [], language)}
        value={filters.category}
        popupMatchSelectWidth={false}
        onChange={(category?: string) => onChange({ category })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('filter.brand')}
        placeholder={t('filter.brand')}
        options={(brands.data ?? []).map((brand) => ({ value: brand.id as string, label: brand.name[language] }))}
        value={filters.brand}
        onChange={(brand?: string) => onChange({ brand })}
      />
      <Select
        allowClear
        aria-label={t('stage')}
        placeholder={t('stage')}
        options={lifeStages.map((stage) => ({ value: stage as string, label: say(`catalog.stage.${stage}`) }))}
        value={filters.lifeStage}
        onChange={(lifeStage?: string) => onChange({ lifeStage })}
      />
      <Select
        allowClear
        aria-label={t('filter.flag')}
        placeholder={t('filter.flag')}
        options={flagNames.map((name) => ({ value: name as string, label: say(`catalog.flag.${name}`) }))}
        value={filters.flag}
        onChange={(flag?: string) => onChange({ flag })}
      />
      <SearchInput label={t('filter.tag')} value={filters.tag} onSearch={(tag) => onChange({ tag })} />
      {isSet && (
        <Button
          style={{ flex: 'none', minWidth: 0 }}
          onClick={() => onChange(Object.fromEntries(filterNames.map((name) => [name, undefined])))}
        >
          {t('filter.clear')}
        </Button>
      )}
    </search>
  )
}

interface SearchInputProps {
  readonly label: string
  readonly value: string | undefined
  readonly className?: string
  readonly onSearch: (text: string) => void
}

/** Asks when Enter is pressed; follows the address when "back" or "clear" changes it. */
function SearchInput({ label, value = '', className, onSearch }: SearchInputProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  return (
    <Input.Search
      className={className}
      allowClear
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={(typed) => onSearch(typed.trim())}
    />
  )
}
