import { Button, Flex, Form, Input, InputNumber, Popover, Segmented, Typography } from 'antd'
import { useState } from 'react'
import { useText } from '../../frame/language.ts'
import type { GridColumn, Wish } from './GridTable.tsx'
import type { Words } from './grid-cells.ts'
import { type ColumnWork, hasAmounts, worked } from './grid-columns.ts'
import { type Grid, type GridRow, placeOf } from './grid-state.ts'
import { gridText } from './grid-text.ts'

interface GridColumnWorkProps {
  readonly column: GridColumn
  readonly grid: Grid
  readonly words: Words
  /** The rows that are meant. */
  readonly chosen: readonly GridRow[]
  readonly isAll: boolean
  readonly onType: (wishes: readonly Wish[]) => void
}

type Kind = ColumnWork['kind']

/** Fills, replaces or raises a column, over the chosen rows or all that are shown. */
export function GridColumnWork({ column, grid, words, chosen, isAll, onType }: GridColumnWorkProps) {
  const t = useText(gridText)
  const [isOpen, setOpen] = useState(false)
  const places = chosen.flatMap((row) => placeOf(row, column.field) ?? [])
  const work = (what: ColumnWork) => {
    onType(worked(grid, places, what, words))
    setOpen(false)
  }
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      placement="bottomLeft"
      title={t(isAll ? 'work.all' : 'work.some', { column: column.title, count: places.length })}
      content={
        column.isOpen ? (
          <WorkForm
            key={column.field}
            kinds={hasAmounts(column.field) ? ['percent', 'set', 'replace'] : ['replace', 'set']}
            onWork={work}
          />
        ) : (
          <Typography.Text>{t('closed')}</Typography.Text>
        )
      }
    >
      <Button>{t('work')}</Button>
    </Popover>
  )
}

function WorkForm({ kinds, onWork }: { readonly kinds: readonly Kind[]; readonly onWork: (work: ColumnWork) => void }) {
  const t = useText(gridText)
  const [kind, setKind] = useState<Kind>(kinds[0]!)
  return (
    <Form<{ percent?: number; find?: string; text?: string }>
      layout="vertical"
      style={{ width: 280 }}
      onFinish={({ percent = 0, find = '', text = '' }) =>
        onWork(kind === 'percent' ? { kind, percent } : kind === 'replace' ? { kind, find, text } : { kind, text })
      }
    >
      <Segmented<Kind>
        block
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`work.${value}`) }))}
        onChange={setKind}
        style={{ marginBottom: 12 }}
      />
      {kind === 'percent' && (
        <Form.Item name="percent" label={t('percent')} extra={t('percent.hint')}>
          <InputNumber style={{ width: '100%' }} min={-99} max={900} suffix="%" autoFocus />
        </Form.Item>
      )}
      {kind === 'replace' && (
        <Form.Item name="find" label={t('find')}>
          <Input autoFocus />
        </Form.Item>
      )}
      {kind !== 'percent' && (
        <Form.Item name="text" label={t(kind === 'set' ? 'set.to' : 'replace.by')}>
          <Input />
        </Form.Item>
      )}
      <Flex justify="end">
        <Button type="primary" htmlType="submit">
          {t('work.do')}
        </Button>
      </Flex>
    </Form>
  )
}
