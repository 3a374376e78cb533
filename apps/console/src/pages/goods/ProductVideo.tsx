import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Form, Input, Select, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { captionsPath, type ProductVideo as Film, videoLimits, videoPath } from '#model/goods/media'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { PictureForm } from './product-form.ts'
import { videoText } from './video-text.ts'

type Video = NonNullable<AnswerOf<'GET /api/v1/admin/products/{id}/video'>['video']>

interface ProductVideoProps {
  readonly id: string
  readonly pictures: readonly PictureForm[]
}

/** The film that a product shows beside its pictures. */
export function ProductVideo({ id, pictures }: ProductVideoProps) {
  const t = useText(videoText)
  const found = useQuery(asking('GET /api/v1/admin/products/{id}/video', { path: { id } }))
  const reload = useReload('GET /api/v1/admin/products/{id}/video')
  return (
    <Card title={t('title')} size="small">
      <Loaded query={found}>
        {({ video }) => (
          <Flex vertical gap="small" align="start">
            {video ? <Player video={video} /> : <Typography.Text type="secondary">{t('none')}</Typography.Text>}
            <Flex gap="small" wrap>
              <Upload id={id} pictures={pictures} video={video} onDone={reload} />
              {video && (
                <AskingVerb<object>
                  size="small"
                  permission="products.write"
                  title={t('remove')}
                  consequence={t('remove.consequence')}
                  work={() => ask('DELETE /api/v1/admin/products/{id}/video', { path: { id } })}
                  onDone={reload}
                >
                  {t('remove')}
                </AskingVerb>
              )}
            </Flex>
            <Typography.Text type="secondary">{t('hint')}</Typography.Text>
          </Flex>
        )}
      </Loaded>
    </Card>
  )
}

function Player({ video }: { readonly video: Video }) {
  const language = useLocale()
  const film = video as Film
  return (
    // biome-ignore lint/a11y/useMediaCaption: the film has a track for each language in which it was given captions
    <video
      controls
      preload="metadata"
      aria-label={video.words[language]}
      style={{ maxWidth: 360, width: '100%' }}
      src={videoPath(film)}
    >
      {film.captions.map((locale) => (
        <track key={locale} kind="captions" srcLang={locale} src={captionsPath(film, locale)} />
      ))}
    </video>
  )
}

interface Wish {
  readonly file?: File
  readonly words?: string
  readonly wordsEn?: string
  readonly posterId?: string
  readonly captions?: File
  readonly captionsEn?: File
}

interface UploadProps extends ProductVideoProps {
  readonly video: Video | null
  readonly onDone: () => unknown
}

function Upload({ id, pictures, video, onDone }: UploadProps) {
  const t = useText(videoText)
  const send = async (wish: Wish) =>
    ask('POST /api/v1/admin/products/{id}/video', { path: { id }, body: await formOf(wish) })
  const posters = pictures
    .filter(({ waits }) => !waits)
    .map((picture, at) => ({ value: picture.id, label: t('poster.nth', { at: at + 1 }) }))
  return (
    <AskingVerb<Wish>
      size="small"
      permission="products.write"
      title={t(video ? 'replace' : 'add')}
      consequence={t('hint')}
      initial={{ words: video?.words.zh, wordsEn: video?.words.en, posterId: video?.posterId ?? '' }}
      fields={
        <>
          <FileItem
            name="file"
            label={t('file')}
            accept="video/mp4,video/webm"
            wrong={(file) => (isFilm(file) ? undefined : t('file.wrong'))}
          />
          <Form.Item name="words" label={t('words')} rules={[{ required: true }]}>
            <Input maxLength={videoLimits.words} />
          </Form.Item>
          <Form.Item name="wordsEn" label={t('words_en')}>
            <Input maxLength={videoLimits.words} />
          </Form.Item>
          <Form.Item name="posterId" label={t('poster')}>
            <Select options={[{ value: '', label: t('poster.first') }, ...posters]} />
          </Form.Item>
          <FileItem name="captions" label={t('captions')} accept=".vtt,text/vtt" />
          <FileItem name="captionsEn" label={t('captions_en')} accept=".vtt,text/vtt" />
        </>
      }
      work={send}
      onDone={onDone}
    >
      {t(video ? 'replace' : 'add')}
    </AskingVerb>
  )
}

interface FileItemProps {
  readonly name: string
  readonly label: string
  readonly accept: string
  /** Why the file cannot be taken; absent where none is needed. */
  readonly wrong?: (file: File | undefined) => string | undefined
}

const FileItem = ({ name, label, accept, wrong }: FileItemProps) => (
  <Form.Item
    name={name}
    label={label}
    valuePropName="unshown"
    getValueFromEvent={(event: React.ChangeEvent<HTMLInputElement>) => event.target.files?.[0]}
    rules={wrong && [{ validator: (_, file?: File) => refuse(wrong(file)) }]}
  >
    <input type="file" accept={accept} aria-label={label} />
  </Form.Item>
)

const refuse = (why: string | undefined): Promise<void> => (why ? Promise.reject(new Error(why)) : Promise.resolve())

const isFilm = (file: File | undefined): boolean =>
  file !== undefined && /^video\/(mp4|webm)$/.test(file.type) && file.size <= videoLimits.bytes

/** The texts stand before the file, as whoever reads the form in one go wants them. */
async function formOf({
  file,
  words = '',
  wordsEn = '',
  posterId = '',
  captions,
  captionsEn,
}: Wish): Promise<FormData> {
  const body = new FormData()
  const fields = {
    words,
    wordsEn,
    posterId,
    captions: (await captions?.text()) ?? '',
    captionsEn: (await captionsEn?.text()) ?? '',
  }
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file) body.append('file', file)
  return body
}
