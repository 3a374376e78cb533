import { useQuery } from '@tanstack/react-query'
import { Card, Checkbox, Flex, Typography } from 'antd'
import { useState } from 'react'
import { catalogText, type WantedKind, wantedKinds } from '#model/goods/catalog'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { categoriesText } from './categories-text.ts'

/** Which parts the detail pages of a category must have before a listing may be submitted. */
export function CategoryParts({ id }: { readonly id: string }) {
  const t = useText(categoriesText)
  const wanted = useQuery(asking('GET /api/v1/admin/categories/{id}/parts', { path: { id } }))
  return (
    <Card size="small" title={t('parts.title')}>
      <Typography.Paragraph type="secondary">{t('parts.about')}</Typography.Paragraph>
      <Loaded query={wanted}>{({ kinds }) => <Choose key={kinds.join()} id={id} kinds={kinds} />}</Loaded>
    </Card>
  )
}

function Choose({ id, kinds }: { readonly id: string; readonly kinds: readonly WantedKind[] }) {
  const t = useText(categoriesText)
  const say = useText(catalogText)
  const act = useAct()
  const reload = useReload('GET /api/v1/admin/categories/{id}/parts')
  const [chosen, setChosen] = useState<readonly WantedKind[]>(kinds)
  const save = async () => {
    if (await act(() => ask('PUT /api/v1/admin/categories/{id}/parts', { path: { id }, body: { kinds: chosen } })))
      await reload()
  }
  return (
    <Flex vertical gap="small" align="start">
      <Checkbox.Group
        value={[...chosen]}
        options={wantedKinds.map((kind) => ({ value: kind, label: say(`catalog.part.${kind}`) }))}
        onChange={(values) => setChosen(wantedKinds.filter((kind) => values.includes(kind)))}
      />
      <Verb permission="products.write" onClick={save}>
        {t('parts.save')}
      </Verb>
    </Flex>
  )
}
