// What is seen beside the paper, or on a phone in its place? One thing at a time, chosen by its name.
import { SegmentedControl } from '@mantine/core';
import { memo } from 'react';
import { words } from '../../words/words.ts';

export type View = 'write' | 'check' | 'look' | 'history';

/** A phone shows one at a time. */
export const ON_A_PHONE: View[] = ['write', 'look', 'check', 'history'];
/** Elsewhere the paper is always there. */
export const BESIDE: View[] = ['check', 'look', 'history'];
/** Where there is room for the findings as well. */
export const BESIDE_ALL: View[] = ['look', 'history'];

export const ViewSwitch = memo(
  ({
    views,
    view,
    choose,
    found,
  }: {
    views: View[];
    view: View;
    choose: (view: View) => void;
    /** How many findings there are. */
    found: number;
  }) => {
    const { write, look, check } = words.editor;
    const labels = { write, look, check: check(found), history: words.desk.history };
    return (
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={words.desk.views}
        value={view}
        onChange={choose}
        data={views.map((value) => ({ value, label: labels[value] }))}
      />
    );
  },
);
