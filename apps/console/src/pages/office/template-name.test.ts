import { expect, test } from 'vitest'
import { afterSalesText } from '#model/care/after-sales'
import { parcelDeskText } from '#model/care/parcel-desk'
import { reviewsText } from '#model/care/reviews'
import { visitorDeskText } from '#model/care/visitor-desk'
import { deskText } from '#model/sales/desk'
import { ordersText } from '#model/sales/orders'
import { templatesText } from './templates-text.ts'

const rooms = { ...ordersText, ...deskText, ...afterSalesText, ...parcelDeskText, ...reviewsText, ...visitorDeskText }

test('every message that a room writes to buyers has a name that staff can read', () => {
  const written = Object.keys(rooms)
    .filter((key) => /(^|\.)message\./.test(key) && !key.endsWith('.subject'))
    .map((key) => key.replace(/(^|\.)message\./, '$1'))
  expect(written.length).toBeGreaterThan(50)
  expect(written.filter((template) => !(template in templatesText))).toEqual([])
})
