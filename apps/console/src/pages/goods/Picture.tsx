import { type PictureId, picturePath } from '#model/goods/media'
import { useText } from '../../frame/language.ts'
import { productsText } from './products-text.ts'

/** A small picture of a product; a quiet square where there is none. */
export function Picture({
  id,
  alt,
  size,
}: {
  readonly id: string | null
  readonly alt: string
  readonly size: number
}) {
  const t = useText(productsText)
  const square = { width: size, height: size }
  if (!id)
    return (
      <span className="no-picture" style={square}>
        {t('picture.none')}
      </span>
    )
  return <img className="thumb" src={picturePath(id as PictureId, 160, 'webp')} alt={alt} {...square} loading="lazy" />
}
