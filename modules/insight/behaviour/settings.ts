import { daysSetting, declareSettings, percentSetting, pointsSetting, switchSetting } from '#platform/settings'

export const behaviourSettings = declareSettings('behaviour', {
  collects: switchSetting(true, {
    zh: '统计访客在店铺里的浏览与搜索',
    en: 'What visitors look at and search is counted',
    owner: 'operations',
    source: 'ANA-13',
  }),
  keepDays: daysSetting(
    180,
    { zh: '浏览记录保存', en: 'What visitors did is kept for', owner: 'operations', source: 'ANA-13' },
    1,
  ),
  measuredShare: percentSetting(100, {
    zh: '测量页面速度的访问占比',
    en: 'Visits whose page loads are measured',
    owner: 'operations',
    source: 'STO-11',
  }),
  loadDays: daysSetting(
    30,
    { zh: '页面速度记录保存', en: 'Page loads are kept for', owner: 'operations', source: 'STO-11' },
    1,
  ),
  slowPaint: pointsSetting(2_500, {
    zh: '主要内容应在多少毫秒内显示（四分之三的访问）',
    en: 'Three of four visits see the main content within (milliseconds)',
    owner: 'operations',
    source: 'STO-11',
  }),
  slowVisits: pointsSetting(20, {
    zh: '一天内至少有多少次访问才判断页面是否过慢',
    en: 'A page is judged by at least so many visits in a day',
    owner: 'operations',
    source: 'STO-11',
  }),
})
