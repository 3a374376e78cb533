import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Empty, Flex, Form, Input, Modal } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import { mediaLimits } from '#model/goods/media'
import { ask } from '../../frame/api.ts'
import { keyOf } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { ProblemAlert, useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { Picture } from '../goods/Picture.tsx'
import { type Both, noWords } from './content.ts'
import { decorationText } from './decoration-text.ts'
import { BothField, type FieldProps } from './fields.tsx'

interface PictureFieldProps extends Omit<FieldProps<string | null>, 'onChange'> {
  /** `alt` is what the library says of the chosen picture. */
  readonly onChange: (id: string | null, alt?: Both) => void
}

/** A picture out of the shop's library, or a new one. */
export function PictureField({ label, value, onChange }: PictureFieldProps) {
  const t = useText(decorationText)
  const [open, setOpen] = useState(false)
  const choose = (id: string, alt: Both) => {
    onChange(id, alt)
    setOpen(false)
  }
  return (
    <Form.Item label={label}>
      <Flex gap="small" align="center">
        <Picture id={value} alt="" size={64} />
        <Button aria-label={t('picture.choose', { label })} onClick={() => setOpen(true)}>
          {t('picture.pick')}
        </Button>
        {value && (
          <Button aria-label={t('picture.clear', { label })} onClick={() => onChange(null)}>
            ×
          </Button>
        )}
      </Flex>
      {open && <Library onChoose={choose} onClose={() => setOpen(false)} />}
    </Form.Item>
  )
}

interface LibraryProps {
  readonly onChoose: (id: string, alt: Both) => void
  readonly onClose: () => void
}

const pictures = 'GET /api/v1/admin/shop-page-pictures'

function Library({ onChoose, onClose }: LibraryProps) {
  const t = useText(decorationText)
  const language = useLocale()
  const [text, setText] = useState('')
  const list = useInfiniteQuery({
    queryKey: keyOf(pictures, text),
    queryFn: ({ pageParam }) => ask(pictures, { query: { text: text || undefined, cursor: pageParam, limit: 24 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
  const rows = (list.data?.pages ?? []).flatMap((page) => page.rows)
  return (
    <Modal open title={t('library.title')} footer={null} width={760} onCancel={onClose} destroyOnHidden>
      <Flex vertical gap="middle">
        <AddPicture onAdded={onChoose} />
        <Input.Search
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          allowClear
          onSearch={setText}
        />
        {list.isError && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <Empty description={t('library.none')} />}
        <ul className="library">
          {rows.map(({ id, alt }) => {
            const name = alt[language] || alt.zh || alt.en
            return (
              <li key={id}>
                <button type="button" aria-label={name} title={name} onClick={() => onChoose(id, alt)}>
                  <Picture id={id} alt="" size={104} />
                </button>
              </li>
            )
          })}
        </ul>
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('library.more')}
          </Button>
        )}
      </Flex>
    </Modal>
  )
}

function AddPicture({ onAdded }: { readonly onAdded: LibraryProps['onChoose'] }) {
  const t = useText(decorationText)
  const act = useAct()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [alt, setAlt] = useState<Both>(noWords)
  const isDescribed = Boolean(alt.zh.trim() || alt.en.trim())
  const upload = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (!file) return
    const body = new FormData()
    body.append('alt', alt.zh)
    body.append('altEn', alt.en)
    body.append('file', file)
    target.value = ''
    await act(async () => {
      const { id } = await ask('POST /api/v1/admin/shop-page-pictures', { body })
      await queries.invalidateQueries({ queryKey: keyOf(pictures) })
      onAdded(id, alt)
    })
  }
  return (
    <Form layout="vertical" component="div" className="add-picture">
      <BothField label={t('field.alt')} most={mediaLimits.alt} value={alt} onChange={setAlt} />
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
        hidden
        aria-label={t('library.upload')}
        onChange={(event) => void upload(event)}
      />
      <Verb blocked={!isDescribed && t('library.alt')} onClick={() => input.current?.click()}>
        {t('library.upload')}
      </Verb>
    </Form>
  )
}
