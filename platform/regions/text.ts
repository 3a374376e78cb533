import { texts } from '#kernel/text'

export const regionsText = texts({
  'regions.address_unread': {
    zh: '没有认出地址或电话，请直接在下面填写',
    en: 'No address or phone number was found in it; please fill in the form below',
  },
})
