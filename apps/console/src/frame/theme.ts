import { theme as antd, type ThemeConfig } from 'antd'

/** Ink on paper with one seal: cinnabar for what matters most, jade for done, amber for attention. `palette.css` says the same to style sheets. */
const light = {
  ink: '#1d1d1f',
  onInk: '#ffffff',
  muted: '#5f5b55',
  faint: '#767068',
  paper: '#faf8f5',
  sunken: '#f4f0ea',
  raised: '#ffffff',
  hover: '#faf6f0',
  itemHover: '#f7f2ea',
  chosen: '#f1ece4',
  chosenHover: '#ebe4d9',
  line: '#ddd7ce',
  softLine: '#ebe6de',
  cinnabar: '#c8372d',
  seal: '#b02f25',
  jade: '#2f7d5b',
  amber: '#b7791f',
  tints: {
    success: ['#f0f7f3', '#b9d8c7'],
    error: ['#fbedeb', '#ecc0bb'],
    warning: ['#fbf4e4', '#e8d2a3'],
    info: ['#f6f2ec', '#ddd7ce'],
  },
} as const

type Palette = { readonly [Name in keyof Omit<typeof light, 'tints'>]: string } & {
  readonly tints: { readonly [Name in keyof typeof light.tints]: readonly [ground: string, line: string] }
}

/** The same by lamplight: warm, not black, every word at least as easy to read. */
const dark: Palette = {
  ink: '#f0ebe3',
  onInk: '#1d1d1f',
  muted: '#b8b0a5',
  faint: '#9a9287',
  paper: '#171614',
  sunken: '#1b1a17',
  raised: '#211f1c',
  hover: '#2a2723',
  itemHover: '#2a2723',
  chosen: '#35312b',
  chosenHover: '#3e3932',
  line: '#4a443c',
  softLine: '#35312b',
  cinnabar: '#f08378',
  seal: '#f08378',
  jade: '#74c59f',
  amber: '#e0b35a',
  tints: {
    success: ['#182b21', '#2f5a44'],
    error: ['#351d1a', '#6d362f'],
    warning: ['#31270f', '#65501f'],
    info: ['#2a2723', '#45403a'],
  },
}

function themeOf(palette: Palette): ThemeConfig {
  const { ink, onInk, muted, paper, sunken, line, softLine, chosen } = palette
  /** Words in these colours are read as they are here: the dark algorithm would make them darker. */
  const words = {
    colorError: palette.cinnabar,
    colorSuccess: palette.jade,
    colorWarning: palette.amber,
    colorInfo: muted,
  }
  /** What is drawn on a ground of ink: the check in a box, the words of a main button. */
  const marks = { colorWhite: onInk, colorTextLightSolid: onInk }
  return {
    token: {
      colorPrimary: ink,
      colorLink: ink,
      colorInfo: muted,
      ...meanings(palette),
      colorBgLayout: paper,
      colorBgContainer: palette.raised,
      colorText: ink,
      colorTextSecondary: muted,
      colorTextDescription: muted,
      colorTextPlaceholder: palette.faint,
      colorBorder: line,
      colorBorderSecondary: softLine,
      controlItemBgActive: chosen,
      controlItemBgActiveHover: palette.chosenHover,
      controlItemBgHover: palette.itemHover,
      borderRadius: 6,
      fontFamily: "-apple-system, 'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', 'Segoe UI', sans-serif",
      fontSize: 14,
    },
    components: {
      Table: { headerBg: sunken, rowHoverBg: palette.hover, cellPaddingBlockSM: 6 },
      Menu: {
        itemHeight: 34,
        itemSelectedBg: chosen,
        groupTitleColor: muted,
        itemSelectedColor: palette.seal,
        itemBg: 'transparent',
        subMenuItemBg: 'transparent',
      },
      Layout: { siderBg: sunken, headerBg: paper, bodyBg: paper },
      Descriptions: { labelColor: muted },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerColor: onInk, primaryColor: onInk },
      Tag: words,
      Typography: words,
      Checkbox: marks,
      Radio: marks,
      Switch: { handleBg: onInk },
      Badge: marks,
      Rate: { starColor: palette.amber },
    },
  }
}

const meanings = ({ cinnabar, jade, amber, tints }: Palette) => ({
  colorError: cinnabar,
  colorSuccess: jade,
  colorWarning: amber,
  colorSuccessBg: tints.success[0],
  colorSuccessBorder: tints.success[1],
  colorErrorBg: tints.error[0],
  colorErrorBorder: tints.error[1],
  colorWarningBg: tints.warning[0],
  colorWarningBorder: tints.warning[1],
  colorInfoBg: tints.info[0],
  colorInfoBorder: tints.info[1],
})

export const lightTheme = themeOf(light)
export const darkTheme: ThemeConfig = { ...themeOf(dark), algorithm: antd.darkAlgorithm }
