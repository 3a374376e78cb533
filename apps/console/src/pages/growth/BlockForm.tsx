import { Button, Card, Flex, Typography } from 'antd'
import {
  contentLimits,
  contentText,
  iconSources,
  shelfLayouts,
  shelfSources,
  storySides,
  textTones,
} from '#model/growth/content'
import { useText } from '../../frame/language.ts'
import { MoveVerb } from '../../frame/MoveVerb.tsx'
import { type Block, type BlockOf, type IconItem, newIcon, newSlide, type Slide, type Unfinished } from './content.ts'
import { decorationText } from './decoration-text.ts'
import {
  BothField,
  CategoryField,
  ChoiceField,
  CountField,
  LinkField,
  MomentField,
  ProductsField,
  ReductionField,
} from './fields.tsx'
import { PictureField } from './PictureField.tsx'

interface BlockFormProps {
  readonly block: Block
  readonly missing: readonly Unfinished[]
  readonly onChange: (block: Block) => void
}

/** What can be set of a block, and when it is shown. */
export function BlockForm({ block, missing, onChange }: BlockFormProps) {
  const t = useText(decorationText)
  const say = useText(contentText)
  return (
    <>
      {missing.length > 0 && (
        <ul className="missing">
          {missing.map(({ field, code }) => (
            <li key={`${field} ${code}`}>{say(`content.unfinished.${code}` as keyof typeof contentText)}</li>
          ))}
        </ul>
      )}
      <Own block={block} onChange={onChange} />
      <MomentField label={t('field.from')} value={block.from} onChange={(from) => onChange({ ...block, from })} />
      <MomentField label={t('field.until')} value={block.until} onChange={(until) => onChange({ ...block, until })} />
    </>
  )
}

type Change<Of extends Block> = { readonly block: Of; readonly onChange: (block: Block) => void }

function Own({ block, onChange }: Change<Block>) {
  const t = useText(decorationText)
  switch (block.kind) {
    case 'welcome':
      return (
        <>
          <PictureField
            label={t('field.picture')}
            value={block.pictureId}
            onChange={(pictureId) => onChange({ ...block, pictureId })}
          />
          <Typography.Paragraph type="secondary">{t('welcome.hint')}</Typography.Paragraph>
        </>
      )
    case 'banner':
      return <Slides block={block} onChange={onChange} />
    case 'icons':
      return <Icons block={block} onChange={onChange} />
    case 'shelf':
      return <Shelf block={block} onChange={onChange} />
    case 'recommended':
      return (
        <>
          <BothField label={t('field.title')} value={block.title} onChange={(title) => onChange({ ...block, title })} />
          <CountField
            label={t('field.count')}
            value={block.count}
            onChange={(count) => onChange({ ...block, count })}
          />
          <Typography.Paragraph type="secondary">{t('recommended.hint')}</Typography.Paragraph>
        </>
      )
    case 'story':
      return <Story block={block} onChange={onChange} />
    case 'text':
      return (
        <>
          <Words of={block} onChange={(part) => onChange({ ...block, ...part })} />
          <ChoiceField
            label={t('field.tone')}
            value={block.tone}
            options={textTones.map((value) => ({ value, label: t(`tone.${value}`) }))}
            onChange={(tone) => onChange({ ...block, tone })}
          />
        </>
      )
    case 'countdown':
      return (
        <>
          <ReductionField value={block.reductionId} onChange={(reductionId) => onChange({ ...block, reductionId })} />
          <BothField label={t('field.title')} value={block.title} onChange={(title) => onChange({ ...block, title })} />
          <LinkField value={block.link} onChange={(link) => onChange({ ...block, link })} />
        </>
      )
    case 'html':
      return (
        <>
          <BothField
            label={t('field.html')}
            rows={8}
            most={contentLimits.html}
            value={block.html}
            onChange={(html) => onChange({ ...block, html })}
          />
          <Typography.Paragraph type="secondary">{t('field.html.hint')}</Typography.Paragraph>
        </>
      )
    default:
      return <Typography.Paragraph type="secondary">{t('nothing-to-set')}</Typography.Paragraph>
  }
}

type WordsOf = Pick<Slide, 'title' | 'text' | 'button' | 'link'>

function Words({ of, onChange }: { readonly of: WordsOf; readonly onChange: (part: Partial<WordsOf>) => void }) {
  const t = useText(decorationText)
  return (
    <>
      <BothField label={t('field.title')} value={of.title} onChange={(title) => onChange({ title })} />
      <BothField
        label={t('field.text')}
        rows={3}
        most={contentLimits.text}
        value={of.text}
        onChange={(text) => onChange({ text })}
      />
      <BothField label={t('field.button')} value={of.button} onChange={(button) => onChange({ button })} />
      <LinkField value={of.link} onChange={(link) => onChange({ link })} />
    </>
  )
}

type Shown = Pick<Slide, 'pictureId' | 'alt'>

/** A picture with what it shows: out of the library it brings its own description along. */
function Described({ of, onChange }: { readonly of: Shown; readonly onChange: (part: Partial<Shown>) => void }) {
  const t = useText(decorationText)
  const isBare = !of.alt.zh && !of.alt.en
  return (
    <>
      <PictureField
        label={t('field.picture')}
        value={of.pictureId}
        onChange={(pictureId, alt) => onChange({ pictureId, ...(isBare && alt && { alt }) })}
      />
      <BothField label={t('field.alt')} most={240} value={of.alt} onChange={(alt) => onChange({ alt })} />
    </>
  )
}

function Story({ block, onChange }: Change<BlockOf<'story'>>) {
  const t = useText(decorationText)
  return (
    <>
      <Described of={block} onChange={(part) => onChange({ ...block, ...part })} />
      <Words of={block} onChange={(part) => onChange({ ...block, ...part })} />
      <ChoiceField
        label={t('field.side')}
        value={block.side}
        options={storySides.map((value) => ({ value, label: t(`side.${value}`) }))}
        onChange={(side) => onChange({ ...block, side })}
      />
    </>
  )
}

function Shelf({ block, onChange }: Change<BlockOf<'shelf'>>) {
  const t = useText(decorationText)
  return (
    <>
      <BothField label={t('field.title')} value={block.title} onChange={(title) => onChange({ ...block, title })} />
      <ChoiceField
        label={t('field.source')}
        value={block.source}
        options={shelfSources.map((value) => ({ value, label: t(`source.${value}`) }))}
        onChange={(source) => onChange({ ...block, source })}
      />
      {block.source === 'category' && (
        <CategoryField value={block.categoryId} onChange={(categoryId) => onChange({ ...block, categoryId })} />
      )}
      {block.source === 'picked' && (
        <ProductsField value={block.productIds} onChange={(productIds) => onChange({ ...block, productIds })} />
      )}
      <CountField label={t('field.count')} value={block.count} onChange={(count) => onChange({ ...block, count })} />
      <ChoiceField
        label={t('field.layout')}
        value={block.layout}
        options={shelfLayouts.map((value) => ({ value, label: t(`layout.${value}`) }))}
        onChange={(layout) => onChange({ ...block, layout })}
      />
    </>
  )
}

function Slides({ block, onChange }: Change<BlockOf<'banner'>>) {
  const t = useText(decorationText)
  const { slides } = block
  const set = (next: readonly Slide[]) => onChange({ ...block, slides: next })
  return (
    <Entries
      entries={slides}
      most={contentLimits.slides}
      nameOf={(at) => t('slide.of', { at })}
      add={t('slide.add')}
      fresh={newSlide}
      onChange={set}
    >
      {(slide, change) => (
        <>
          <Described of={slide} onChange={change} />
          <PictureField
            label={t('field.phone-picture')}
            value={slide.phonePictureId}
            onChange={(phonePictureId) => change({ phonePictureId })}
          />
          <Words of={slide} onChange={change} />
        </>
      )}
    </Entries>
  )
}

function Icons({ block, onChange }: Change<BlockOf<'icons'>>) {
  const t = useText(decorationText)
  return (
    <>
      <ChoiceField
        label={t('field.source')}
        value={block.source}
        options={iconSources.map((value) => ({ value, label: t(`source.${value}`) }))}
        onChange={(source) => onChange({ ...block, source })}
      />
      {block.source === 'picked' && (
        <Entries<IconItem>
          entries={block.items}
          most={contentLimits.icons}
          nameOf={(at) => t('icon.of', { at })}
          add={t('icon.add')}
          fresh={newIcon}
          onChange={(items) => onChange({ ...block, items })}
        >
          {(item, change) => (
            <>
              <PictureField
                label={t('field.picture')}
                value={item.pictureId}
                onChange={(pictureId) => change({ pictureId })}
              />
              <BothField label={t('field.label')} value={item.label} onChange={(label) => change({ label })} />
              <LinkField value={item.link} onChange={(link) => change({ link })} />
            </>
          )}
        </Entries>
      )}
    </>
  )
}

interface EntriesProps<Entry> {
  readonly entries: readonly Entry[]
  readonly most: number
  readonly nameOf: (at: number) => string
  readonly add: string
  readonly fresh: Entry
  readonly onChange: (entries: readonly Entry[]) => void
  readonly children: (entry: Entry, change: (part: Partial<Entry>) => void) => React.ReactNode
}

/** Slides or signs one under the other, to be put in order, added and taken out. */
function Entries<Entry extends object>({ entries, most, nameOf, add, fresh, onChange, children }: EntriesProps<Entry>) {
  const t = useText(decorationText)
  const up = (at: number) => onChange(entries.with(at, entries[at - 1]!).with(at - 1, entries[at]!))
  return (
    <Flex vertical gap="small" style={{ marginBottom: 16 }}>
      {entries.map((entry, at) => {
        const name = nameOf(at + 1)
        return (
          <Card
            key={name}
            size="small"
            title={name}
            extra={
              <Flex gap={4}>
                <MoveVerb sign="↑" label={t('entry.up', { name })} onMove={at > 0 ? () => up(at) : undefined} />
                <Button
                  size="small"
                  aria-label={t('entry.remove', { name })}
                  onClick={() => onChange(entries.toSpliced(at, 1))}
                >
                  ×
                </Button>
              </Flex>
            }
          >
            {children(entry, (part) => onChange(entries.with(at, { ...entry, ...part })))}
          </Card>
        )
      })}
      {entries.length < most && <Button onClick={() => onChange([...entries, fresh])}>{add}</Button>}
    </Flex>
  )
}
