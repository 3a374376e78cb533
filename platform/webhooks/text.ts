import { texts } from '#kernel/text'

export const webhooksText = texts({
  'webhooks.not_found': { zh: '没有这个推送地址', en: 'There is no such webhook endpoint' },
  'webhooks.delivery_not_found': { zh: '没有这条推送记录', en: 'There is no such delivery' },
  'webhooks.event_unknown': { zh: '没有“{type}”这种事件', en: 'There is no event “{type}”' },
  'webhooks.event_not_yours': {
    zh: '订阅“{type}”需要权限 {permission}',
    en: 'To be told of “{type}” you need the permission {permission}',
  },
  'webhooks.url_refused': {
    zh: '不能推送到这个地址：须为公网 https 地址（{because}）',
    en: 'This address cannot be called: it must be https on the open internet ({because})',
  },
  'webhooks.too_many': { zh: '最多 {most} 个推送地址', en: 'A shop has at most {most} webhook endpoints' },
})
