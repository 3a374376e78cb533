import { sheetColumn } from '#platform/imports'

/** What a sheet of stock may say: so many pieces of a SKU in a bin, of a lot. */
export const stockColumns = [
  sheetColumn('sku', '商家编码', 'SKU', { heads: ['Variant SKU'], required: true }),
  sheetColumn('quantity', '数量', 'Quantity', { heads: ['Qty', '盘点数量', '入库数量'], required: true }),
  sheetColumn('mode', '方式', 'Mode'),
  sheetColumn('warehouse', '仓库', 'Warehouse', { heads: ['Location', '仓库代码'] }),
  sheetColumn('bin', '库位', 'Bin', { heads: ['Bin name'] }),
  sheetColumn('lot', '批次', 'Lot', { heads: ['批号'] }),
  sheetColumn('producedOn', '生产日期', 'Produced on'),
  sheetColumn('expiresOn', '到期日', 'Expires on', { heads: ['有效期至'] }),
  sheetColumn('document', '单号', 'Document', { heads: ['Delivery note', '送货单号'] }),
  sheetColumn('reason', '原因', 'Reason', { heads: ['备注', 'Note'] }),
] as const
