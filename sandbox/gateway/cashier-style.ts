/** Ink on paper with one seal, as in the shop; sized for a thumb. */
export const cashierStyle = `
  :root { color-scheme: light; --paper: #faf8f5; --ink: #1d1d1f; --faint: #5f5b55; --line: #e4ded5; --seal: #c8372d; --jade: #2f7d5b; }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', sans-serif; }
  main { max-width: 26rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
  header { display: flex; align-items: center; justify-content: space-between; gap: 1rem; }
  .badge { margin: 0; padding: .2rem .6rem; border: 1.5px solid var(--seal); border-radius: .25rem; color: var(--seal); font-size: .8125rem; font-weight: 600; }
  .language { color: var(--faint); padding: .75rem .25rem; }
  .slip { margin: 1rem 0 1.25rem; padding: 1.5rem 1.25rem .5rem; background: #fff; border: 1px solid var(--line); border-radius: .75rem; }
  h1 { margin: 0; text-align: center; font-size: .9375rem; font-weight: 400; color: var(--faint); }
  .amount { margin: .25rem 0 1.25rem; text-align: center; font-size: 2.75rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
  .sign, .fraction { font-size: 1.375rem; }
  .sign { margin-right: .15rem; }
  dl { margin: 0; }
  dl div { display: flex; justify-content: space-between; gap: 1.5rem; padding: .625rem 0; border-top: 1px solid var(--line); font-size: .9375rem; }
  dt { flex: none; color: var(--faint); }
  dd { margin: 0; text-align: right; overflow-wrap: anywhere; }
  .number { font-variant-numeric: tabular-nums; }
  button, a.pay { display: block; width: 100%; min-height: 3rem; padding: .625rem 1rem; border: 1px solid var(--line); border-radius: .625rem; background: #fff; color: var(--ink); font: inherit; text-align: center; text-decoration: none; cursor: pointer; }
  button.pay, a.pay { border-color: var(--seal); background: var(--seal); color: #fff; font-weight: 600; font-size: 1.0625rem; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; margin-top: .75rem; }
  button:hover, a.pay:hover { filter: brightness(.96); }
  :focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
  details { margin-top: 1.75rem; border-top: 1px solid var(--line); }
  summary { padding: .875rem 0; color: var(--faint); cursor: pointer; }
  fieldset { margin: 0; padding: 0; border: 0; }
  legend { padding: 0 0 .5rem; font-size: .875rem; color: var(--faint); }
  label { display: flex; gap: .75rem; align-items: flex-start; padding: .625rem 0; border-top: 1px solid var(--line); cursor: pointer; }
  input[type=radio] { flex: none; width: 1.25rem; height: 1.25rem; margin: .125rem 0 0; accent-color: var(--seal); }
  small { display: block; font-size: .875rem; color: var(--faint); }
  .state { margin: 0 0 1.25rem; padding: 1rem; border-left: 3px solid var(--faint); background: #fff; font-weight: 600; }
  .state.done { border-color: var(--jade); color: var(--jade); }
`
