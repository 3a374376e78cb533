import { texts } from '#kernel/text'

export const videoText = texts({
  title: { zh: '视频', en: 'Film' },
  none: { zh: '还没有视频', en: 'No film yet' },
  hint: {
    zh: 'MP4 或 WebM，最大 60 MB，建议 60 秒以内；不会自动播放。有人声时请附 WebVTT 字幕。',
    en: 'MP4 or WebM, at most 60 MB, best under a minute; it never plays by itself. Where somebody speaks, add captions in WebVTT.',
  },
  add: { zh: '上传视频', en: 'Upload a film' },
  replace: { zh: '更换视频', en: 'Replace the film' },
  remove: { zh: '移除视频', en: 'Take the film away' },
  'remove.consequence': { zh: '商品页只剩图片。', en: 'The product shows its pictures only.' },
  file: { zh: '视频文件', en: 'File of the film' },
  'file.wrong': { zh: '请选择不超过 60 MB 的 MP4 或 WebM', en: 'Choose an MP4 or WebM of at most 60 MB' },
  words: { zh: '视频里看得到什么（中文）', en: 'What is seen in it (Chinese)' },
  words_en: { zh: '视频里看得到什么（英文）', en: 'What is seen in it (English)' },
  poster: { zh: '封面', en: 'Picture before it plays' },
  'poster.first': { zh: '第一张商品图', en: 'The first picture' },
  'poster.nth': { zh: '第 {at} 张商品图', en: 'Picture {at}' },
  captions: { zh: '中文字幕（选填）', en: 'Chinese captions (optional)' },
  captions_en: { zh: '英文字幕（选填）', en: 'English captions (optional)' },
})
