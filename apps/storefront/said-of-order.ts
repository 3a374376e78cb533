/** What was said of the order while its address was not settled: it comes along, whichever form is sent. */
export const saidOfOrder = (values: URLSearchParams | undefined): [string, string][] =>
  [...(values ?? [])].filter(([name, value]) => ofOrder.test(name) && value !== '' && value !== 'none')

const ofOrder = /^(memo|carrier)(-|$)|^(invoice|title|taxNumber|email|keepTitle)$/

/** The fields of a checkout that say themselves why they were refused. */
export const fieldsHere: readonly string[] = [
  ...['paste', 'name', 'phone', 'country', 'area', 'city', 'postcode', 'districtCode', 'street', 'label'],
  ...['title', 'taxNumber', 'email', 'titleId'],
]
