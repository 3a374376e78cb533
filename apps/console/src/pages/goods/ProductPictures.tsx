import { Button, Card, Flex, Form, Input, Modal, Tag, Typography } from 'antd'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { mediaLimits } from '#model/goods/media'
import { useLocale, useText } from '../../frame/language.ts'
import { MoveVerb } from '../../frame/MoveVerb.tsx'
import { Nothing } from '../../frame/Nothing.tsx'
import { useAct } from '../../frame/Problems.tsx'
import { AskingVerb, Verb } from '../../frame/Verb.tsx'
import { Picture } from './Picture.tsx'
import type { CardProps } from './ProductPage.tsx'
import { changeAlt, changeMark, supplyFile, uploadPicture } from './picture-calls.ts'
import { moved, type PictureForm, type ProductForm } from './product-form.ts'
import { productText } from './product-text.ts'
import { RemarkLines, useRemarks } from './remarks.tsx'

const types = 'image/jpeg,image/png,image/webp,image/avif,image/gif'

/** The pictures in their order; the first one is on every card. */
export function ProductPictures({ form, change }: CardProps) {
  const t = useText(productText)
  const remarks = useRemarks('pictureIds')
  const [files, setFiles] = useState<readonly File[]>([])
  const { pictures } = form
  const set = (next: readonly PictureForm[]) => change({ pictures: next })
  const add = (added: readonly PictureForm[]) =>
    set([...pictures, ...added.filter(({ id }) => !pictures.some((one) => one.id === id))])
  const choose = <ChooseFiles multiple label={t('pictures.add')} onChosen={setFiles} />
  return (
    <Card title={t('pictures.title')} size="small" extra={pictures.length > 0 && choose}>
      <RemarkLines remarks={remarks} />
      {pictures.length === 0 && <Nothing says={t('pictures.none')} next={choose} />}
      <Flex component="ol" gap="middle" wrap className="pictures">
        {pictures.map((picture, at) => (
          <PictureItem
            key={picture.id}
            at={at}
            count={pictures.length}
            picture={picture}
            onAlt={(alt) => set(pictures.with(at, { ...picture, alt }))}
            onMark={(mark) => set(pictures.with(at, { ...picture, ...mark }))}
            onSupplied={() => set(pictures.with(at, { ...picture, waits: false }))}
            onMove={(to) => set(moved(pictures, at, to))}
            onRemove={() => set(pictures.toSpliced(at, 1))}
          />
        ))}
      </Flex>
      <Typography.Text type="secondary">{t('pictures.hint')}</Typography.Text>
      {files.length > 0 && <Describe files={files} initial={form.texts} onClose={() => setFiles([])} onAdded={add} />}
    </Card>
  )
}

interface ChooseFilesProps {
  readonly label: string
  readonly multiple?: boolean
  readonly onChosen: (files: readonly File[]) => void
}

function ChooseFiles({ label, multiple = false, onChosen }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onChosen([...(event.target.files ?? [])])
    event.target.value = ''
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={types}
        multiple={multiple}
        style={{ display: 'none' }}
        onChange={choose}
        aria-label={label}
      />
      <Verb size="small" permission="products.write" onClick={() => input.current?.click()}>
        {label}
      </Verb>
    </>
  )
}

interface PictureItemProps {
  readonly at: number
  readonly count: number
  readonly picture: PictureForm
  readonly onAlt: (alt: PictureForm['alt']) => void
  readonly onMark: (mark: Mark) => void
  readonly onSupplied: () => void
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

function PictureItem({ at, count, picture, onAlt, onMark, onSupplied, onMove, onRemove }: PictureItemProps) {
  const t = useText(productText)
  const language = useLocale()
  const place = { at: at + 1 }
  return (
    <li className="picture">
      <Picture id={picture.waits ? null : picture.id} alt={picture.alt[language]} size={174} />
      {at === 0 && <Tag className="picture-main">{t('pictures.main')}</Tag>}
      {picture.waits && <SupplyFile picture={picture} onSupplied={onSupplied} />}
      <Typography.Paragraph
        style={{ margin: 0 }}
        ellipsis={{ rows: 2, tooltip: picture.alt[language] }}
        type="secondary"
      >
        {picture.alt[language]}
      </Typography.Paragraph>
      {!picture.waits && <Measured picture={picture} />}
      {(picture.scene || picture.painPoint) && (
        <Tag color="processing">{[picture.scene, picture.painPoint].filter(Boolean).join(' → ')}</Tag>
      )}
      <Flex gap={4} wrap>
        <MoveVerb sign="←" label={t('pictures.earlier', place)} onMove={at > 0 ? () => onMove(at - 1) : undefined} />
        <MoveVerb
          sign="→"
          label={t('pictures.later', place)}
          onMove={at < count - 1 ? () => onMove(at + 1) : undefined}
        />
        <EditAlt picture={picture} onAlt={onAlt} />
        <EditMark picture={picture} onMark={onMark} />
        <Button size="small" aria-label={t('pictures.remove', place)} onClick={onRemove}>
          {t('pictures.take-away')}
        </Button>
      </Flex>
    </li>
  )
}

/** How large and sharp the picture is; for one just added, what it breaks. */
function Measured({ picture: { width, height, sharpness, remarks = [] } }: Pick<PictureItemProps, 'picture'>) {
  const t = useText(productText)
  const sharp = sharpness === null ? '' : ` · ${t('pictures.sharpness', { points: Math.round(sharpness) })}`
  return (
    <div>
      <Typography.Text type="secondary">{`${width}×${height}${sharp}`}</Typography.Text>
      {remarks.map((remark) => (
        <Typography.Paragraph key={remark} type="warning" role="status" style={{ margin: 0 }}>
          {remark}
        </Typography.Paragraph>
      ))}
    </div>
  )
}

/** A picture out of an import is known by its address only, until somebody gives its file. */
function SupplyFile({ picture, onSupplied }: Pick<PictureItemProps, 'picture' | 'onSupplied'>) {
  const t = useText(productText)
  const act = useAct()
  const supply = async ([file]: readonly File[]) => {
    if (file && (await act(() => supplyFile(picture.id, file)))) onSupplied()
  }
  return (
    <Flex vertical gap={4} align="start">
      <Tag color="gold" title={picture.sourceUrl ?? ''}>
        {t('pictures.waits')}
      </Tag>
      <ChooseFiles label={t('pictures.supply')} onChosen={(files) => void supply(files)} />
    </Flex>
  )
}

type Mark = Pick<PictureForm, 'scene' | 'painPoint'>

function EditMark({ picture, onMark }: Pick<PictureItemProps, 'picture' | 'onMark'>) {
  const t = useText(productText)
  const { scene, painPoint } = picture
  return (
    <AskingVerb<Mark>
      size="small"
      permission="products.write"
      title={t('pictures.mark.title')}
      initial={{ scene, painPoint }}
      fields={
        <>
          <Form.Item name="scene" label={t('pictures.scene')}>
            <Input maxLength={mediaLimits.alt} autoFocus />
          </Form.Item>
          <Form.Item name="painPoint" label={t('pictures.pain')}>
            <Input maxLength={mediaLimits.alt} />
          </Form.Item>
        </>
      }
      work={async (mark) => {
        await changeMark(picture.id, mark)
        onMark(mark)
      }}
    >
      {t('pictures.mark')}
    </AskingVerb>
  )
}

function EditAlt({ picture, onAlt }: Pick<PictureItemProps, 'picture' | 'onAlt'>) {
  const t = useText(productText)
  return (
    <AskingVerb<PictureForm['alt']>
      size="small"
      permission="products.write"
      title={t('pictures.describe')}
      consequence={t('pictures.describe.why')}
      initial={picture.alt}
      fields={
        <>
          <Form.Item name="zh" label={t('pictures.alt')}>
            <Input maxLength={mediaLimits.alt} autoFocus />
          </Form.Item>
          <Form.Item name="en" label={t('pictures.alt-en')}>
            <Input maxLength={mediaLimits.alt} />
          </Form.Item>
        </>
      }
      work={async (alt) => {
        await changeAlt(picture.id, alt)
        onAlt(alt)
      }}
    >
      {t('pictures.alt.edit')}
    </AskingVerb>
  )
}

interface DescribeProps {
  readonly files: readonly File[]
  readonly initial: ProductForm['texts']
  readonly onClose: () => void
  readonly onAdded: (pictures: readonly PictureForm[]) => void
}

/** Asks what the chosen pictures show, then uploads them one after another. One that is refused stays with its reason. */
function Describe({ files, initial, onClose, onAdded }: DescribeProps) {
  const t = useText(productText)
  const [waiting, setWaiting] = useState<readonly Chosen[]>(() =>
    files.map((file) => ({ file, alt: { zh: initial.zh.name, en: initial.en.name }, problem: '' })),
  )
  const [busy, setBusy] = useState(false)
  const upload = async () => {
    setBusy(true)
    const results = await inTurn(waiting)
    setBusy(false)
    onAdded(results.flatMap(({ picture }) => picture ?? []))
    const refused = results.filter(({ problem }) => problem)
    if (refused.length === 0) onClose()
    setWaiting(refused)
  }
  return (
    <Modal
      open
      title={t('pictures.describe')}
      okText={t('pictures.upload')}
      onOk={() => void upload()}
      confirmLoading={busy}
      okButtonProps={{ disabled: waiting.some(({ alt }) => !alt.zh.trim() && !alt.en.trim()) }}
      onCancel={onClose}
    >
      <Typography.Paragraph type="secondary">{t('pictures.describe.why')}</Typography.Paragraph>
      <Flex vertical gap="middle">
        {waiting.map((chosen, at) => (
          <ChosenFile
            key={chosen.file.name}
            chosen={chosen}
            onAlt={(alt) => setWaiting(waiting.with(at, { ...chosen, alt }))}
          />
        ))}
      </Flex>
    </Modal>
  )
}

interface Chosen {
  readonly file: File
  readonly alt: PictureForm['alt']
  readonly problem: string
}

async function inTurn(waiting: readonly Chosen[]): Promise<(Chosen & { picture?: PictureForm })[]> {
  const results = []
  for (const chosen of waiting)
    results.push(
      await uploadPicture(chosen.file, chosen.alt).then(
        (picture) => ({ ...chosen, picture, problem: '' }),
        (error: Error) => ({ ...chosen, problem: error.message }),
      ),
    )
  return results
}

function ChosenFile({
  chosen: { file, alt, problem },
  onAlt,
}: {
  readonly chosen: Chosen
  readonly onAlt: (alt: Chosen['alt']) => void
}) {
  const t = useText(productText)
  const preview = useFileAddress(file)
  return (
    <Flex gap="middle">
      <img className="thumb" src={preview} alt="" width={72} height={72} />
      <Flex vertical gap={4} flex={1}>
        <Typography.Text ellipsis>{file.name}</Typography.Text>
        <Input
          aria-label={`${file.name} ${t('pictures.alt')}`}
          placeholder={t('pictures.alt')}
          maxLength={mediaLimits.alt}
          value={alt.zh}
          onChange={(e) => onAlt({ ...alt, zh: e.target.value })}
        />
        <Input
          aria-label={`${file.name} ${t('pictures.alt-en')}`}
          placeholder={t('pictures.alt-en')}
          maxLength={mediaLimits.alt}
          value={alt.en}
          onChange={(e) => onAlt({ ...alt, en: e.target.value })}
        />
        {problem && (
          <Typography.Text type="danger" role="alert">
            {t('pictures.failed', { name: file.name, reason: problem })}
          </Typography.Text>
        )}
      </Flex>
    </Flex>
  )
}

/** A file's address inside this page, given back when it is not shown any more. */
function useFileAddress(file: File): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
