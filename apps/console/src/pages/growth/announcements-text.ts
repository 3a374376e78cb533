import { texts } from '#kernel/text'

export const announcementsText = texts({
  title: { zh: '公告', en: 'Announcements' },
  about: {
    zh: '显示在店铺每一页最上方的一行字，到点出现，到点消失。',
    en: 'One line above every page of the shop, from a time, until a time.',
  },
  add: { zh: '新建公告', en: 'New announcement' },
  empty: { zh: '还没有公告', en: 'No announcements yet' },
  text: { zh: '内容', en: 'What it says' },
  'text.zh': { zh: '内容（中文）', en: 'Text (Chinese)' },
  'text.en': { zh: '内容（英文）', en: 'Text (English)' },
  link: { zh: '链接（选填）', en: 'Link (optional)' },
  from: { zh: '开始', en: 'From' },
  ends: { zh: '结束', en: 'Until' },
  until: { zh: '结束（可空）', en: 'Until (optional)' },
  by: { zh: '修改人', en: 'Changed by' },
  state: { zh: '状态', en: 'State' },
  'state.coming': { zh: '未开始', en: 'Coming' },
  'state.shown': { zh: '展示中', en: 'Shown' },
  'state.over': { zh: '已结束', en: 'Over' },
  actions: { zh: '操作', en: 'Actions' },
  change: { zh: '修改', en: 'Change' },
  remove: { zh: '删除', en: 'Remove' },
  'remove.title': { zh: '删除这条公告？', en: 'Remove this announcement?' },
  zone: { zh: '时间按店铺时区 {zone}', en: 'Times are in the shop’s zone {zone}' },
  'required.field': { zh: '请填写', en: 'Please fill this in' },
})
