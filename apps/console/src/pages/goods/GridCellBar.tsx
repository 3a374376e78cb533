import { Button, Flex, Tag, Typography } from 'antd'
import { batchesText, type CellFault } from '#model/goods/batches'
import { catalogText } from '#model/goods/catalog'
import { pricesText } from '#model/goods/prices'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { GridColumn } from './GridTable.tsx'
import { cellText, type Words } from './grid-cells.ts'
import { nameOf } from './grid-shown.ts'
import { type Edit, type Grid, type Place, storedValue } from './grid-state.ts'
import { gridText } from './grid-text.ts'

interface GridCellBarProps {
  readonly grid: Grid
  readonly words: Words
  readonly faults: ReadonlyMap<string, CellFault>
  readonly active: Place | undefined
  readonly column: GridColumn | undefined
  readonly onMine: (edit: Edit) => void
  readonly onTheirs: (edit: Edit) => void
}

const faultText = { ...catalogText, ...pricesText, ...batchesText }

/** What is to be said of the active cell: what stood there, what is wrong with it, who was faster. */
export function GridCellBar({ grid, words, faults, active, column, onMine, onTheirs }: GridCellBarProps) {
  const t = useText(gridText)
  const say = useText(faultText)
  const edit = active && grid.edits.get(active.key)
  const fault = active && faults.get(active.key)
  return (
    <Flex className="grid-bar" gap="small" align="center" wrap aria-live="polite">
      <Typography.Text strong>{column?.title}</Typography.Text>
      {active && <Typography.Text type="secondary">{nameOf(active.row)}</Typography.Text>}
      {column && !column.isOpen && <span>{t('closed')}</span>}
      {column?.isOpen && !active && <span>{t('closed.row')}</span>}
      {edit && (
        <span>
          {t('was')} <del>{cellText(active, storedValue(grid, active), words) || t('nothing')}</del>
          {edit.value !== undefined && <> → {cellText(active, edit.value, words) || t('nothing')}</>}
        </span>
      )}
      {fault && <Tag color="error">{say(fault.code as keyof typeof faultText, fault.details)}</Tag>}
      {!fault && edit?.refusal && <Tag color="error">{edit.refusal.message}</Tag>}
      {edit?.clash && <ClashVerbs {...{ edit, words, onMine, onTheirs }} />}
    </Flex>
  )
}

function ClashVerbs({
  edit,
  words,
  onMine,
  onTheirs,
}: Pick<GridCellBarProps, 'words' | 'onMine' | 'onTheirs'> & { readonly edit: Edit }) {
  const t = useText(gridText)
  const instantText = useInstantText()
  const { now, by, at } = edit.clash!
  return (
    <>
      <span>
        {t('clash', {
          by: by ?? t('somebody'),
          at: instantText(at),
          now: cellText(edit.place, now, words) || t('nothing'),
        })}
      </span>
      <Button size="small" onClick={() => onMine(edit)}>
        {t('clash.mine')}
      </Button>
      <Button size="small" onClick={() => onTheirs(edit)}>
        {t('clash.theirs')}
      </Button>
    </>
  )
}
