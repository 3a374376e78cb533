import { texts } from '#kernel/text'

/** Words about a product's film. */
export const filmTexts = texts({
  'film.play': { zh: '播放视频', en: 'Play the film' },
  'film.open': { zh: '打开视频', en: 'Open the film' },
  'film.captions.zh': { zh: '中文字幕', en: 'Chinese' },
  'film.captions.en': { zh: '英文字幕', en: 'English' },
})
