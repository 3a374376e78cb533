import { texts } from '#kernel/text'

/** What the HTTP edge says by itself; everything else is said by the room that refuses. */
export const apiText = texts({
  'status.400': { zh: '请求有误', en: 'Malformed request' },
  'status.401': { zh: '请先登录', en: 'Sign in first' },
  'status.403': { zh: '没有权限', en: 'Not permitted' },
  'status.404': { zh: '没有找到', en: 'Not found' },
  'status.405': { zh: '不支持的方法', en: 'Method not allowed' },
  'status.412': { zh: '内容已被他人更改', en: 'Changed by somebody else meanwhile' },
  'status.409': { zh: '与当前状态冲突', en: 'Conflicts with the present state' },
  'status.413': { zh: '内容过大', en: 'Too large' },
  'status.415': { zh: '不支持的内容类型', en: 'Unsupported media type' },
  'status.422': { zh: '内容不符合要求', en: 'Not acceptable as it stands' },
  'status.429': { zh: '操作太频繁', en: 'Too many requests' },
  'status.500': { zh: '系统出错', en: 'Something broke' },
  'status.503': { zh: '系统繁忙', en: 'Busy' },
  bug: {
    zh: '系统出错了，请稍后再试；如反复出现，请把编号告诉我们',
    en: 'Something broke on our side. Try again; if it stays, tell us the request id',
  },
  'shops.none_yet': {
    zh: '这里还没有开店。店主请在服务器上运行 zhanggui open-shop',
    en: 'No shop has been opened here yet. Its owner runs zhanggui open-shop on the server',
  },
  'request.malformed': { zh: '请求格式有误', en: 'The request is malformed' },
  'request.invalid': { zh: '“{field}”填写有误：{message}', en: '“{field}” is not valid: {message}' },
  'forms.too_many_files': { zh: '一次最多上传 {most} 张图片', en: 'At most {most} pictures at once' },
  'request.no_such_page': { zh: '没有这个地址', en: 'There is no such address' },
  'request.method': { zh: '这个地址不支持该方法', en: 'This address does not take that method' },
  'request.too_large': { zh: '内容超过大小限制', en: 'The content is over the size limit' },
  'request.file_missing': { zh: '请选择一个文件', en: 'Choose a file' },
  'request.file_too_large': { zh: '文件不能超过 {most} MB', en: 'A file may have at most {most} MB' },
  'request.media_type': { zh: '请以 JSON 发送', en: 'Please send JSON' },
  'request.too_many': { zh: '操作太频繁，请稍后再试', en: 'Too many requests, please wait a moment' },
  'request.changed_meanwhile': {
    zh: '{by} 已在此期间更改（现为第 {version} 版）。请重新读取后再改',
    en: 'Changed by {by} meanwhile (now version {version}). Read it again before you change it',
  },
  'request.if_match_invalid': {
    zh: 'If-Match 须为读取时得到的 ETag，例如 "7"',
    en: 'If-Match must be the ETag that reading gave, such as "7"',
  },
  'request.not_versioned': {
    zh: '这个操作不比较版本，请去掉 If-Match',
    en: 'This call compares no versions; leave If-Match out',
  },
  'request.busy': { zh: '现在访问的人太多，请稍后再试', en: 'Too many people at once, please try again shortly' },
  'request.waiting': {
    zh: '下单的人太多，正在排队：您排在第 {place} 位，请在 {retryAfterSeconds} 秒后再试，位置会为您保留',
    en: 'Many people are ordering. You are number {place} in line; try again in {retryAfterSeconds} seconds, your place is kept',
  },
  'access.sign_in_needed': { zh: '请先登录', en: 'Please sign in first' },
  'access.not_permitted': {
    zh: '您没有这项权限（{permission}），请联系店主',
    en: 'You lack the permission {permission}; ask the owner',
  },
  'access.other_warehouse': {
    zh: '这属于您不负责的仓库，请交给那里的同事',
    en: 'This belongs to a warehouse you do not work in; leave it to the colleagues there',
  },
  'access.everywhere_only': {
    zh: '这关系到所有仓库：只有在全部仓库都有 {permission} 权限的同事能做',
    en: 'This concerns all warehouses: only those who hold {permission} in every one may do it',
  },
  'access.confidentiality_needed': {
    zh: '请先阅读并确认保密承诺，之后才能查看顾客信息',
    en: 'Read and confirm the statement of confidentiality before you see customers’ data',
  },
  'access.foreign_origin': {
    zh: '请求来自其他网站（{origin}），已拒绝',
    en: 'The request came from another site ({origin}) and was refused',
  },
  'access.origin_unsaid': {
    zh: '请求没有说明来自哪个页面，已拒绝；请带上 Origin 请求头，或改用接口密钥',
    en: 'The request does not say which page it comes from and was refused: send Origin, or use an API key',
  },
  'access.too_many_unproven': {
    zh: '未能证明身份的消息太多，请稍后再发',
    en: 'Too many messages that prove nothing; send again in a moment',
  },
  'access.key_not_here': {
    zh: '接口密钥只能用于 /api/v1/admin 与 /api/v1/partner',
    en: 'An API key works under /api/v1/admin and /api/v1/partner only',
  },
  'idempotency.key_missing': { zh: '缺少 Idempotency-Key 请求头', en: 'The Idempotency-Key header is missing' },
  'idempotency.key_reused': {
    zh: '这个 Idempotency-Key 已用于另一请求',
    en: 'This Idempotency-Key was used for another request',
  },
  'database.busy': { zh: '系统繁忙，请稍后再试', en: 'Busy, please try again shortly' },
  'database.outcome_unknown': {
    zh: '还不能确定这次操作是否已经完成：请用同一个 Idempotency-Key 再试一次，或先查看结果',
    en: 'It is not certain whether this has happened: try again with the same Idempotency-Key, or look first',
  },
  'database.away': { zh: '数据库暂时不可用，请稍后再试', en: 'The database is away, please try again shortly' },
  'settings.unknown': { zh: '没有“{name}”这项设置', en: 'There is no setting “{name}”' },
  'settings.invalid': {
    zh: '“{field}”的值不符合单位（{unit}）',
    en: 'The value of “{field}” does not suit its unit ({unit})',
  },
  'notice.webhook.paused': {
    zh: '推送地址 {url} 一直失败，已自动暂停；修复后请恢复',
    en: 'The webhook endpoint {url} kept failing and was paused; resume it once it is mended',
  },
  'money.out_of_range': { zh: '金额超出范围', en: 'The amount is out of range' },
  'quantity.out_of_range': {
    zh: '数量须为 1 到 {most} 的整数',
    en: 'The quantity must be a whole number from 1 to {most}',
  },
  'page.bad_cursor': {
    zh: '翻页标记无效，请从第一页开始',
    en: 'The page cursor is not valid; start from the first page',
  },
})
