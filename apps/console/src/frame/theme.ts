import type { ThemeConfig } from 'antd'

/** Ink on paper with one seal: cinnabar for what matters most, jade for done, amber for attention. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1d1d1f',
    colorLink: '#1d1d1f',
    colorError: '#c8372d',
    colorSuccess: '#2f7d5b',
    colorWarning: '#b7791f',
    colorInfo: '#5f5b55',
    colorSuccessBg: '#e9f3ed',
    colorSuccessBorder: '#b9d8c7',
    colorErrorBg: '#fbedeb',
    colorErrorBorder: '#ecc0bb',
    colorWarningBg: '#fbf4e4',
    colorWarningBorder: '#e8d2a3',
    colorInfoBg: '#f6f2ec',
    colorInfoBorder: '#ddd7ce',
    colorBgLayout: '#faf8f5',
    colorText: '#1d1d1f',
    colorTextSecondary: '#5f5b55',
    colorBorder: '#ddd7ce',
    colorBorderSecondary: '#ebe6de',
    borderRadius: 6,
    fontFamily: "-apple-system, 'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', 'Segoe UI', sans-serif",
    fontSize: 14,
  },
  components: {
    Table: { headerBg: '#f4f0ea', rowHoverBg: '#faf6f0', cellPaddingBlockSM: 6 },
    Menu: { itemHeight: 34, itemSelectedBg: '#f1ece4', itemSelectedColor: '#c8372d', itemBg: 'transparent', subMenuItemBg: 'transparent' },
    Layout: { siderBg: '#f4f0ea', headerBg: '#faf8f5', bodyBg: '#faf8f5' },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
}
