/** Where a file stands in the house. */
export interface Place {
  readonly area: string
  /** `sales/orders`, `platform/database`, `kernel`, `apps`: what relative imports may not leave. */
  readonly room: string
  readonly floor?: string
}

export const isTest = (path: string): boolean => path.startsWith('test/') || /\.test\.tsx?$/.test(path)

export function placeOf(path: string): Place {
  const [area = '', first = '', second = ''] = path.split('/')
  if (area === 'modules') return { area, floor: first, room: `${first}/${second}` }
  return { area, room: area === 'platform' ? `platform/${first}` : area }
}
