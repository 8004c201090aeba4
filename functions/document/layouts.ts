// Which layouts can be printed? The newest, in which drafts are shown and submitted, and each older one for as long as
// something may wait that people have decided on in it.
import { LAYOUT, type Layout } from './layout.ts';

export type Layouts = {
  /** What is submitted from now on is frozen with it. */
  readonly newest: number;
  /** By their versions. A version that was given is never given to another layout. */
  readonly kept: Readonly<Record<number, Layout>>;
};

/**
 * With any change that moves ink (`tests/integration/document/layouts.test.ts` says whether it does) comes a new version,
 * and the one before stays, said as the newest with what it had instead:
 * `4: { ...LAYOUT, body: { ...LAYOUT.body, gapBelow: 6 } }`. README.md has the way, step by step.
 */
export const LAYOUTS: Layouts = { newest: 4, kept: { 4: LAYOUT } };
