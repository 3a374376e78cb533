import type { Permission } from '../permissions.ts'
import { presetsOf } from './preset.ts'

const inTheHouse: Permission[] = ['products.read', 'stock.read', 'notices.read']
const withOutbounds: Permission[] = [...inTheHouse, 'outbound.read']

export const warehousePresets = presetsOf('warehouse', [
  [
    'warehouse_supervisor',
    ['仓库主管', 'Warehouse supervisor'],
    ['签收货单，管全仓作业和库存', 'Signs for goods received and keeps the whole work and stock of the warehouse'],
    [
      ...withOutbounds,
      ...(['stock.adjust', 'outbound.pick', 'outbound.pack', 'outbound.hand_over'] as const),
      ...(['aftersales.read', 'aftersales.grade', 'imports.run', 'exports.run'] as const),
    ],
  ],
  [
    'warehouse_keeper',
    ['仓管员', 'Warehouse keeper'],
    ['规划库区库位，上架、移库、盘点', 'Plans zones and bins, puts away, moves and counts'],
    [...withOutbounds, 'stock.adjust'],
  ],
  [
    'receiver',
    ['收货员、验收员', 'Receiver, inspector'],
    ['联合初验，收货入库并贴条码', 'Inspects what arrives, receives it and labels it'],
    [...inTheHouse, 'stock.adjust'],
  ],
  [
    'acceptance_clerk',
    ['录单处、制单员', 'Data-entry and acceptance clerk'],
    ['录入并打印验收单，留底', 'Enters and prints acceptance slips and keeps a copy'],
    [...inTheHouse, 'stock.adjust', 'exports.run'],
  ],
  [
    'gift_keeper',
    ['赠品保管员', 'Gift keeper'],
    ['管赠品区、赠品标签和登记', 'Keeps the gift zone, its labels and its register'],
    [...inTheHouse, 'stock.adjust'],
  ],
  [
    'statistician',
    ['统计员', 'Statistician'],
    ['统计库存，准备条码清单', 'Counts up stock and prepares lists of barcodes'],
    [...inTheHouse, 'exports.run'],
  ],
  [
    'quality_inspector',
    ['质检人员', 'Quality inspector'],
    ['给到货和退货定级，不合格品隔离', 'Grades what arrives and what comes back, and sets the unfit aside'],
    [...withOutbounds, 'stock.adjust', 'aftersales.read', 'aftersales.grade'],
  ],
  [
    'picker',
    ['配货人员', 'Picker'],
    ['按单拣货、核对、回架', 'Picks by order, checks and puts back'],
    [...withOutbounds, 'outbound.pick'],
  ],
  [
    'packer',
    ['打包人员', 'Packer'],
    ['复核、装箱、封箱、贴单', 'Checks, packs, seals and labels'],
    [...withOutbounds, 'outbound.pack'],
  ],
  [
    'dispatcher',
    ['物流发货', 'Dispatch'],
    ['称重、核邮资、与快递交接并回单号', 'Weighs, checks postage, hands over to carriers and returns waybill numbers'],
    [...withOutbounds, 'outbound.pack', 'outbound.hand_over'],
  ],
  [
    'driver',
    ['司机（生鲜配送）', 'Driver of fresh goods'],
    ['装车交接，送货上门', 'Takes parcels over and delivers them'],
    ['outbound.read', 'outbound.hand_over', 'notices.read'],
  ],
])
