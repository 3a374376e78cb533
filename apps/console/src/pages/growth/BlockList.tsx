import { Button, Flex, Select, Tag, Typography } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { type BlockKind, blockKinds, contentText } from '#model/growth/content'
import { useLocale, useText } from '../../frame/language.ts'
import { MoveVerb } from '../../frame/MoveVerb.tsx'
import { type Block, isFull, moved, newBlock, type Unfinished } from './content.ts'
import { decorationText } from './decoration-text.ts'

interface BlockListProps {
  readonly blocks: readonly Block[]
  readonly chosen: string | null
  readonly unfinished: readonly Unfinished[]
  readonly onChoose: (id: string) => void
  readonly onChange: (blocks: readonly Block[]) => void
}

/** What a block is called in a list: its kind, and its title where it has one. */
export function useBlockName(): (block: Block) => string {
  const say = useText(contentText)
  const language = useLocale()
  return (block) => {
    const title = 'title' in block ? block.title[language] || block.title.zh : ''
    const kind = say(`content.block.${block.kind}`)
    return title ? `${kind} · ${title}` : kind
  }
}

/** The blocks in their order: dragged with the mouse, moved with buttons, each change said aloud. */
export function BlockList({ blocks, chosen, unfinished, onChoose, onChange }: BlockListProps) {
  const t = useText(decorationText)
  const nameOf = useBlockName()
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<number | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const move = (from: number, to: number) => {
    const next = moved(blocks, from, to)
    if (next === blocks) return
    onChange(next)
    setSaid(t('block.moved', { name: nameOf(blocks[from]!), at: to + 1, count: blocks.length }))
  }
  const remove = (at: number) => {
    setSaid(t('block.removed', { name: nameOf(blocks[at]!) }))
    onChange(blocks.toSpliced(at, 1))
    list.current?.focus()
  }
  const add = (kind: BlockKind) => {
    const block = newBlock(kind, crypto.randomUUID())
    onChange([...blocks, block])
    onChoose(block.id)
    setSaid(t('block.added', { name: nameOf(block), at: blocks.length + 1 }))
  }
  const dropOn = (at: number) => ({
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (dragged !== null) move(dragged, at)
      setDragged(null)
    },
  })
  return (
    <Flex vertical gap="small">
      {blocks.length === 0 && <Typography.Text type="secondary">{t('blocks.none')}</Typography.Text>}
      <ol className="blocks" aria-label={t('blocks')} ref={list} tabIndex={-1}>
        {blocks.map((block, at) => (
          <li
            key={block.id}
            className={dragged === at ? 'dragged' : undefined}
            draggable
            onDragStart={() => setDragged(at)}
            onDragEnd={() => setDragged(null)}
            {...dropOn(at)}
          >
            <BlockLine
              name={nameOf(block)}
              isChosen={block.id === chosen}
              isTimed={block.from !== null || block.until !== null}
              missing={unfinished.filter(({ blockId }) => blockId === block.id).length}
              onChoose={() => onChoose(block.id)}
              onUp={at > 0 ? () => move(at, at - 1) : undefined}
              onDown={at < blocks.length - 1 ? () => move(at, at + 1) : undefined}
              onRemove={() => remove(at)}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="aloud">
        {said}
      </p>
      <Palette isFull={isFull(blocks)} onAdd={add} />
    </Flex>
  )
}

interface BlockLineProps {
  readonly name: string
  readonly isChosen: boolean
  readonly isTimed: boolean
  readonly missing: number
  readonly onChoose: () => void
  readonly onUp: (() => void) | undefined
  readonly onDown: (() => void) | undefined
  readonly onRemove: () => void
}

function BlockLine({ name, isChosen, isTimed, missing, onChoose, onUp, onDown, onRemove }: BlockLineProps) {
  const t = useText(decorationText)
  return (
    <>
      <svg className="grip" aria-hidden="true" viewBox="0 0 12 20" width={12} height={20} fill="currentColor">
        {[3, 9].flatMap((x) => [4, 10, 16].map((y) => <circle key={`${x} ${y}`} cx={x} cy={y} r={1.5} />))}
      </svg>
      <button type="button" className="block-name" aria-pressed={isChosen} onClick={onChoose}>
        {name}
      </button>
      {isTimed && <Tag>{t('block.timed')}</Tag>}
      {missing > 0 && <Tag color="gold">{t('block.missing', { count: missing })}</Tag>}
      <MoveVerb sign="↑" label={t('block.up', { name })} onMove={onUp} />
      <MoveVerb sign="↓" label={t('block.down', { name })} onMove={onDown} />
      <Button size="small" aria-label={t('block.remove', { name })} onClick={onRemove}>
        ×
      </Button>
    </>
  )
}

function Palette({ isFull: full, onAdd }: { readonly isFull: boolean; readonly onAdd: (kind: BlockKind) => void }) {
  const t = useText(decorationText)
  const say = useText(contentText)
  return (
    <Select<BlockKind>
      value={null}
      showSearch={{ optionFilterProp: 'label' }}
      disabled={full}
      aria-label={t('block.add')}
      placeholder={full ? t('block.full') : `+ ${t('block.add')}`}
      options={blockKinds.map((kind) => ({ value: kind, label: say(`content.block.${kind}`) }))}
      onSelect={onAdd}
    />
  )
}
