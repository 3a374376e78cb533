import { Typography } from 'antd'
import { type BatchField, type CellFault, isPriceField, kindOf } from '#model/goods/batches'
import type { GridTableProps } from './GridTable.tsx'
import { isWithin, type spanOf } from './grid-range.ts'
import { nameOf, productName, shown } from './grid-shown.ts'
import { headHeight, labelWidth, rowHeight } from './grid-sizes.ts'
import { type Edit, type GridRow, type Place, placeOf } from './grid-state.ts'

interface LineProps extends Pick<GridTableProps, 'grid' | 'columns' | 'words' | 'faults'> {
  readonly row: GridRow
  readonly at: number
  readonly span: ReturnType<typeof spanOf>
}

/** One row of the sheet: what it is called, and its cells. */
export function GridLine({ row, at, grid, columns, words, faults, span }: LineProps) {
  return (
    <tr
      aria-rowindex={at + 2}
      className={row.isFirst ? 'grid-row grid-first' : 'grid-row'}
      style={{ top: headHeight + at * rowHeight, height: rowHeight }}
    >
      <th scope="row" className="grid-cell grid-label" style={{ width: labelWidth }} title={nameOf(row)}>
        {row.isFirst ? productName(row) : ''}
        <Typography.Text type="secondary">{row.variant?.specification}</Typography.Text>
      </th>
      {columns.map(({ field, width, isOpen }, col) => {
        const place = placeOf(row, field)
        const edit = place && grid.edits.get(place.key)
        const fault = place && faults.get(place.key)
        const isMarked = isWithin(span, { row: at, col })
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid a cell is a gridcell
          <td
            key={field}
            className={`grid-cell ${lookOf({ place, isOpen, edit, fault, isMarked, field })}`}
            style={{ width }}
            aria-colindex={col + 2}
            aria-selected={isMarked}
            aria-readonly={!place || !isOpen}
            aria-invalid={fault !== undefined || edit?.refusal !== undefined}
          >
            {place && shown(grid, place, words)}
          </td>
        )
      })}
    </tr>
  )
}

interface Look {
  readonly place: Place | undefined
  readonly isOpen: boolean
  readonly edit: Edit | undefined
  readonly fault: CellFault | undefined
  readonly isMarked: boolean
  readonly field: BatchField
}

const lookOf = ({ place, isOpen, edit, fault, isMarked, field }: Look): string =>
  [
    (!place || !isOpen) && 'grid-closed',
    (isPriceField(field) || kindOf(field) === 'number' || place?.attribute?.kind === 'number') && 'grid-number',
    edit && 'grid-changed',
    (fault || edit?.refusal) && 'grid-wrong',
    isMarked && 'grid-marked',
  ]
    .filter(Boolean)
    .join(' ')
