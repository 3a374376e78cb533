export type Paper = 'pick-list' | 'shipping-note' | 'waybill'

/** Where a paper of one or several outbound notes is, as PDF. */
export const paperUrl = (paper: Paper, outboundIds: readonly string[]): string =>
  `/api/v1/admin/outbounds/${paper}.pdf?${new URLSearchParams(outboundIds.map((id) => ['ids', id]))}`
