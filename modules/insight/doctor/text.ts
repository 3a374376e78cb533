import { texts } from '#kernel/text'

export const doctorText = texts({
  'notice.doctor.broken': {
    zh: '自检 {id} 发现 {rows} 行不符，请到“体检”页查看',
    en: 'Check {id} found {rows} rows that do not hold: see the Health page',
  },
})
