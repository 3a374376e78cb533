import { texts } from '#kernel/text'

export const listsText = texts({
  'lists.view_not_found': { zh: '没有这个视图', en: 'There is no such view' },
  'lists.view_not_yours': {
    zh: '这是 {owner} 的视图，只能由本人修改',
    en: 'This view is {owner}’s, who alone changes it',
  },
  'lists.view_name_invalid': { zh: '请给视图起名，最多 40 个字', en: 'Name the view in at most 40 characters' },
  'lists.view_name_taken': { zh: '您已经有叫“{name}”的视图', en: 'You already have a view called “{name}”' },
  'lists.views_too_many': {
    zh: '每个列表最多保存 {most} 个视图，请先删除不用的',
    en: 'A list holds at most {most} views of yours: delete one you do not use',
  },
})
