export { findViews } from './find-views.ts'
export { keepLayout, layoutOf } from './layouts.ts'
export { type ChangeView, changeView, removeView, type SaveView, saveView } from './save-view.ts'
