import { texts } from '#kernel/text'

export const headsPageText = texts({
  'page.title': { zh: '搜索引擎展示', en: 'Search engines' },
  'page.about': {
    zh: '首页在搜索结果里怎样显示；商品与类目在各自页面上设置',
    en: 'How the home page looks among search results; products and categories are set on their own pages',
  },
  'page.maps': { zh: '站点地图与抓取规则', en: 'Site map and rules for crawlers' },
  'page.maps.about': {
    zh: '自动生成，随商品上下架更新；把站点地图的网址提交给百度、必应与谷歌的站长平台即可',
    en: 'Made by themselves and always as the shop is. Give the site map’s address to the webmaster pages of Baidu, Bing and Google',
  },
  card: { zh: '搜索引擎展示', en: 'Among search results' },
  'home.card': { zh: '首页', en: 'Home page' },
  'language.zh': { zh: '中文', en: 'Chinese' },
  'language.en': { zh: '英文', en: 'English' },
  title: { zh: '标题', en: 'Title' },
  description: { zh: '描述', en: 'Description' },
  own: { zh: '留空时用页面自己的文字', en: 'The page’s own words when empty' },
  fits: { zh: '长度 {width} / {most}', en: 'Length {width} of {most}' },
  cut: {
    zh: '长度 {width}，超过 {most} 的部分搜索结果不显示',
    en: 'Length {width}: what goes beyond {most} is not shown',
  },
  preview: { zh: '搜索结果预览', en: 'How it will look' },
  save: { zh: '保存搜索展示', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  unchanged: { zh: '没有修改', en: 'Nothing has changed' },
  former: { zh: '仍会跳转到这里的旧网址', en: 'Former addresses that lead here still' },
  'former.left': { zh: '{by}，{at} 改', en: 'changed by {by}, {at}' },
})
