/** What was said of the order while its address was not settled: it comes along, whichever form is sent. */
export const saidOfOrder = (values: URLSearchParams | undefined): [string, string][] =>
  [...(values ?? [])].filter(([name, value]) => ofOrder.test(name) && value !== '' && value !== 'none')

const ofOrder = /^(memo|carrier|invoice|title|taxNumber|email|keepTitle)(-|$)/

/** Whether a field of a checkout says itself why it was refused; that of one of several shops ends in the shop's code. */
export const saysItself = (field = ''): boolean => fields.test(field)

const fields =
  /^(paste|name|phone|country|area|city|postcode|districtCode|street|label)$|^(title|taxNumber|email|titleId)(-|$)/
