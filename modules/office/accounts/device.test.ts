import { expect, test } from 'vitest'
import { deviceText } from './device.ts'

const seen: readonly [agent: string, zh: string, en: string][] = [
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    'Chrome · Windows',
    'Chrome · Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    'Edge · Windows',
    'Edge · Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari · iPhone',
    'Safari · iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; V2366A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50',
    '微信 · Android',
    'WeChat · Android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:143.0) Gecko/20100101 Firefox/143.0',
    'Firefox · Mac',
    'Firefox · Mac',
  ],
  ['curl/8.5.0', '未知设备', 'Unknown device'],
  ['', '未知设备', 'Unknown device'],
]

test.each(seen)('ACC-04 a browser is called by its name: %s', (agent, zh, en) => {
  expect([deviceText(agent, 'zh'), deviceText(agent, 'en')]).toEqual([zh, en])
})
