// How do the stand-in's pages look? As the app does, by day and by night, in a style sheet of their own: they share no file with it.
export const STYLE = `
  :root { color-scheme: light dark; --ink: #1d2733; --quiet: #55616f; --page: #f4f6f8; --sheet: #fff; --line: #d8dee5; --house: #14508c; --on-house: #fff; --wash: #eef4fa; --bad: #8c1d18; --bad-wash: #fdecea; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ed; --quiet: #a4b0bd; --page: #14181d; --sheet: #1d2329; --line: #39424c; --house: #8fc1f2; --on-house: #10202f; --wash: #24303c; --bad: #ffb4ab; --bad-wash: #3b1c1a; } }
  * { box-sizing: border-box; }
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; padding: 2rem 1rem; background: var(--page); color: var(--ink); }
  main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 2rem 2rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; }
  .house { margin: 0; color: var(--house); font-weight: 700; }
  .house span { color: var(--quiet); font-weight: 400; }
  h1 { font-size: 1.5rem; margin: .2rem 0 .4rem; }
  h2 { font-size: 1rem; margin: 1.2rem 0 .2rem; color: var(--quiet); }
  p { margin: .3rem 0; }
  ul { margin: 0; padding: 0; list-style: none; border-block-start: 1px solid var(--line); }
  .person { display: flex; flex-wrap: wrap; gap: .1rem 1rem; justify-content: space-between; align-items: center; width: 100%; min-height: 2.75rem; padding: .4rem .6rem; border: 0; border-block-end: 1px solid var(--line); background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
  .person:hover { background: var(--wash); }
  .person:focus-visible, summary:focus-visible, a:focus-visible, input:focus-visible, .main:focus-visible { outline: 2px solid var(--house); outline-offset: 2px; }
  .who > span, small { color: var(--quiet); }
  .who > span::before { content: "· "; }
  .work { display: flex; flex-wrap: wrap; gap: 0 .8rem; color: var(--house); font-weight: 600; }
  details { margin-block: 1.5rem .8rem; }
  summary { min-height: 2.75rem; padding-block: .6rem; color: var(--house); cursor: pointer; }
  a { color: var(--house); }
  label { display: block; margin-block-start: .6rem; }
  input { font: inherit; width: 100%; padding: .5rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--sheet); color: inherit; }
  .main { font: inherit; margin-top: 1rem; min-height: 2.75rem; padding: .5rem 1.4rem; border: 0; border-radius: 6px; background: var(--house); color: var(--on-house); cursor: pointer; }
  .wrong { background: var(--bad-wash); color: var(--bad); padding: .6rem .8rem; border-radius: 6px; }
  @media (max-width: 30rem) { body { padding: 0; } main { border: 0; border-radius: 0; padding: 1rem; } .work { flex-basis: 100%; } }`;
