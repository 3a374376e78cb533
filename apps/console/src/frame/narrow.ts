import { Grid } from 'antd'

/** Whether the screen is a phone's. */
export const useIsNarrow = (): boolean => !(Grid.useBreakpoint().md ?? true)
