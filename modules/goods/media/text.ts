import { texts } from '#kernel/text'

export const mediaText = texts({
  'media.not_found': { zh: '没有这张图片', en: 'There is no such picture' },
  'media.no_picture': {
    zh: '文件不是 JPEG、PNG、WebP、AVIF 或 GIF 图片',
    en: 'The file is no JPEG, PNG, WebP, AVIF or GIF picture',
  },
  'media.broken': { zh: '图片已损坏，无法读取', en: 'The picture is damaged and cannot be read' },
  'media.too_large': { zh: '图片不能超过 10 MB', en: 'A picture may have at most 10 MB' },
  'media.too_many_pixels': { zh: '图片不能超过 4000 万像素', en: 'A picture may have at most 40 million pixels' },
  'media.alt_missing': {
    zh: '请填写图片说明，读屏软件会念给看不见图片的人',
    en: 'Describe the picture: screen readers say it to people who cannot see it',
  },
  'media.alt_too_long': { zh: '图片说明最多 {most} 个字', en: 'A description may have at most {most} characters' },
  'media.not_waiting': { zh: '这张图片已经有文件', en: 'This picture already has its file' },
})
