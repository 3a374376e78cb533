import { Badge, Button, Checkbox, Flex, InputNumber, Popover, Segmented, Typography } from 'antd'
import type { ReactNode } from 'react'
import { densities, type Layout } from '#model/office/lists'
import type { KeptList } from './kept-list.ts'
import { useText } from './language.ts'
import { type Columns, laidAs, ordered, plainLayout, withColumn } from './layout.ts'
import { listsPageText } from './lists-text.ts'
import { MoveVerb } from './MoveVerb.tsx'

interface ListToolsProps<Row> {
  readonly columns: Columns<Row>
  readonly kept: KeptList
  /** The saved views, where the list has any. */
  readonly children?: ReactNode
}

/** Above a list: its saved views, and how its columns and rows stand. */
export function ListTools<Row>({ columns, kept, children }: ListToolsProps<Row>) {
  const t = useText(listsPageText)
  if (!kept.may) return null
  const isOwn = kept.layout.columns.length > 0 || kept.layout.density !== plainLayout.density
  return (
    <Flex className="list-tools" align="center" justify="space-between" gap="small">
      <div className="list-views">{children}</div>
      <Popover
        trigger="click"
        placement="bottomRight"
        title={t('layout')}
        content={<LayoutForm columns={columns} layout={kept.layout} keep={kept.keep} />}
      >
        <Badge dot={isOwn} color="var(--jade)">
          <Button size="small">{t('layout')}</Button>
        </Badge>
      </Popover>
    </Flex>
  )
}

interface LayoutFormProps<Row> {
  readonly columns: Columns<Row>
  readonly layout: Layout
  readonly keep: (layout: Layout) => Promise<void>
}

function LayoutForm<Row>({ columns, layout, keep }: LayoutFormProps<Row>) {
  const t = useText(listsPageText)
  const named = columns.map(({ key, title, hiddenAtFirst }) => ({
    key,
    hiddenAtFirst,
    name: typeof title === 'string' && title ? title : t('verbs'),
  }))
  const shown = columns.filter((column) => !laidAs(column, layout).hidden)
  return (
    <Flex vertical gap="small" className="layout-form">
      <Segmented
        block
        value={layout.density}
        options={densities.map((value) => ({ value, label: t(`density.${value}`) }))}
        onChange={(density) => void keep({ ...layout, density })}
      />
      <ul className="layout-columns">
        {ordered(named, layout).map(({ name, ...placed }, at) => {
          const { key } = placed
          const column = laidAs(placed, layout)
          const change = (next: Parameters<typeof withColumn>[2]) => void keep(withColumn(layout, columns, next))
          return (
            <li key={key} className="layout-column">
              <Checkbox
                checked={!column.hidden}
                disabled={!column.hidden && shown.length === 1}
                title={!column.hidden && shown.length === 1 ? t('layout.last') : undefined}
                onChange={({ target }) => change({ key, ...(!target.checked && { hidden: true }), ...widthOf(column) })}
              >
                {name}
              </Checkbox>
              <InputNumber
                size="small"
                min={60}
                max={1_200}
                step={20}
                controls={false}
                value={column.width ?? null}
                placeholder={t('width.auto')}
                aria-label={t('width', { column: name })}
                onBlur={({ target }) => {
                  const width = Math.round(Number(target.value))
                  if (width !== (column.width ?? 0)) change({ ...bare(column), ...(width >= 60 && { width }) })
                }}
              />
              <MoveVerb
                type="text"
                sign="↑"
                label={t('up', { column: name })}
                onMove={at > 0 ? () => change({ ...column, by: -1 }) : undefined}
              />
              <MoveVerb
                type="text"
                sign="↓"
                label={t('down', { column: name })}
                onMove={at < named.length - 1 ? () => change({ ...column, by: 1 }) : undefined}
              />
            </li>
          )
        })}
      </ul>
      <Typography.Text type="secondary">{t('layout.about')}</Typography.Text>
      <Button size="small" onClick={() => void keep(plainLayout)}>
        {t('layout.reset')}
      </Button>
    </Flex>
  )
}

type Laid = Layout['columns'][number]
const widthOf = ({ width }: Laid) => (width === undefined ? {} : { width })
const bare = ({ key, hidden }: Laid): Laid => ({ key, ...(hidden && { hidden }) })
