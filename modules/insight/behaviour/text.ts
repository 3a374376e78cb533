import { texts } from '#kernel/text'

export const behaviourText = texts({
  'behaviour.too_many': { zh: '上报过于频繁，请稍后再试', en: 'Too many messages: try again in a moment' },
  'notice.pages.slow': {
    zh: '“{page}”页（{width}）四分之三的访问要 {seconds} 秒才显示主要内容，超过 {limit} 秒的限度；请到“页面速度”页查看',
    en: 'A quarter of visits to the page “{page}” ({width}) wait {seconds} s or more for its main content; the limit is {limit} s: see the Page speed page',
  },
})
