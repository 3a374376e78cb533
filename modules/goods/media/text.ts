import { texts } from '#kernel/text'

export const mediaText = texts({
  'media.no_video': { zh: '请选择 MP4 或 WebM 视频', en: 'Choose a film in MP4 or WebM' },
  'media.video_too_large': { zh: '视频最大 {most} MB', en: 'A film has at most {most} MB' },
  'media.video_words_missing': { zh: '请写一句视频里看得到什么', en: 'Say what is seen in the film' },
  'media.captions_invalid': {
    zh: '字幕须是 WebVTT 文件（以 WEBVTT 开头，不超过 9000 字）',
    en: 'Captions are a WebVTT file: it begins with WEBVTT and has at most 9,000 characters',
  },
  'media.video_not_found': { zh: '这件商品没有视频', en: 'This product has no film' },
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
  'media.flaw.too_small': {
    zh: '{width}×{height} 像素，{zh}要求最短边至少 {least} 像素',
    en: '{width}×{height} pixels; {en} wants at least {least} on the shorter side',
  },
  'media.flaw.wrong_shape': {
    zh: '{width}×{height} 不能作{zh}的主图：宽高比须为 {ratios}',
    en: '{width}×{height} cannot be the main picture for {en}: its shape must be {ratios}',
  },
  'media.flaw.blurred': {
    zh: '不够清晰（清晰度 {sharpness}，至少 {least}），请换一张原图',
    en: 'Not sharp enough (sharpness {sharpness}, at least {least}); use the original',
  },
  'media.not_waiting': { zh: '这张图片已经有文件', en: 'This picture already has its file' },
  'media.fetch.address': { zh: '不是可用的图片网址', en: 'Not an address a picture can be fetched from' },
  'media.fetch.private': {
    zh: '网址指向内部网络，不能访问',
    en: 'The address leads into a private network and is not called',
  },
  'media.fetch.redirects': { zh: '跳转次数过多', en: 'Too many redirects' },
  'media.fetch.status': { zh: '对方网站回答 {said}', en: 'The other site answered {said}' },
  'media.fetch.type': { zh: '网址给出的不是图片（{said}）', en: 'The address gave no picture ({said})' },
  'media.fetch.too_large': { zh: '图片超过 10 MB', en: 'The picture is larger than 10 MB' },
  'media.fetch.no_answer': { zh: '没有得到回答（{said}）', en: 'No answer came ({said})' },
})
