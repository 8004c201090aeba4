// What can be done to the table at the caret? A bar beside that table: above it, or below the row that is written in.
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import {
  AlignCenterIcon,
  AlignLeftIcon,
  AlignRightIcon,
  ColumnAfterIcon,
  ColumnBeforeIcon,
  type Icon,
  MergeIcon,
  NarrowerIcon,
  NoColumnIcon,
  NoRowIcon,
  NoTableIcon,
  RowAboveIcon,
  RowBelowIcon,
  SplitIcon,
  TableHeadIcon,
  WiderIcon,
} from '../../parts/icons.tsx';
import type { Press, Tool } from '../../parts/tools/tool.ts';
import { ToolBar } from '../../parts/tools/tool-bar.tsx';
import { words } from '../../words/words.ts';
import type { TableStep } from '../paper/table-shape.ts';
import { removeTable, stepTable, tableNow } from '../paper/table-steps.ts';
import styles from './table-bar.module.css';

const { table: said } = words.editor;

type Now = NonNullable<ReturnType<typeof tableNow>>;

/** In the order of the bar; those whose group begins are marked. */
const STEPS: [TableStep, Icon, begins?: true][] = [
  ['rowAbove', RowAboveIcon],
  ['rowBelow', RowBelowIcon],
  ['withoutRow', NoRowIcon],
  ['columnBefore', ColumnBeforeIcon, true],
  ['columnAfter', ColumnAfterIcon],
  ['withoutColumn', NoColumnIcon],
  ['headerRow', TableHeadIcon, true],
  ['merge', MergeIcon],
  ['split', SplitIcon],
  ['cellLeft', AlignLeftIcon, true],
  ['cellCenter', AlignCenterIcon],
  ['cellRight', AlignRightIcon],
  ['wider', WiderIcon, true],
  ['narrower', NarrowerIcon],
];
/** What can be done otherwise, by marking more, but not with a finger. */
const RARE: [TableStep, Icon][] = [
  ['mergeRight', MergeIcon],
  ['mergeBelow', MergeIcon],
  ['left', AlignLeftIcon],
  ['center', AlignCenterIcon],
  ['right', AlignRightIcon],
];

const STATES: Partial<Record<TableStep, (now: Now) => Pick<Press, 'isOn' | 'isOff'>>> = {
  merge: ({ canMerge }) => ({ isOff: !canMerge }),
  split: ({ canSplit }) => ({ isOff: !canSplit }),
  cellLeft: ({ align }) => ({ isOn: align === 'left' }),
  cellCenter: ({ align }) => ({ isOn: align === 'center' }),
  cellRight: ({ align }) => ({ isOn: align === 'right' }),
  headerRow: ({ endsHead }) => ({ isOn: endsHead }),
};

/** In pixels, between the bar and what it stands beside. */
const APART = 4;

/** The cell that one writes in, as it is drawn. */
const cellOn = (editor: Editor): Element | null => {
  const { node } = editor.view.domAtPos(editor.state.selection.head);
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('td') ?? element?.querySelector('td') ?? null;
};

/** Above the table, below what sticks at the top; where the cell itself lies there, below that. */
const placeBar = (editor: Editor, bar: HTMLElement, ceiling: Element): void => {
  const cell = cellOn(editor);
  const table = cell?.closest('table');
  const home = bar.offsetParent;
  if (!cell || !table || !home) return;
  const written = cell.getBoundingClientRect();
  const whole = table.getBoundingClientRect();
  const highest = ceiling.getBoundingClientRect().bottom + APART;
  const above = Math.max(whole.top - bar.offsetHeight - APART, highest);
  const isInTheWay = above + bar.offsetHeight > written.top && above < written.bottom;
  const top = isInTheWay ? written.bottom + APART : above;
  // Whoever has scrolled away reads something else.
  bar.toggleAttribute('data-away', whole.bottom < highest || whole.top > innerHeight);
  bar.style.setProperty('inset-block-start', `${top - home.getBoundingClientRect().top}px`);
};

/** Follows the caret, and the page that is scrolled. */
const useBeside = (
  editor: Editor,
  bar: RefObject<HTMLDivElement | null>,
  ceiling: RefObject<Element | null>,
) =>
  useLayoutEffect(() => {
    let frame = 0;
    const place = () => {
      if (bar.current && ceiling.current) placeBar(editor, bar.current, ceiling.current);
    };
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(place);
    };
    place();
    editor.on('transaction', soon);
    addEventListener('scroll', soon, { capture: true, passive: true });
    addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      editor.off('transaction', soon);
      removeEventListener('scroll', soon, { capture: true });
      removeEventListener('resize', soon);
    };
  }, [editor, bar, ceiling]);

const Bar = ({
  editor,
  now,
  ceiling,
}: {
  editor: Editor;
  now: Now;
  ceiling: RefObject<Element | null>;
}) => {
  const bar = useRef<HTMLDivElement>(null);
  useBeside(editor, bar, ceiling);
  const then = (act: () => unknown) => () => {
    act();
    editor.commands.focus();
  };
  const press = (step: TableStep, icon: Icon): Press => ({
    kind: 'press',
    id: step,
    name: said.steps[step],
    icon,
    ...STATES[step]?.(now),
    act: then(() => stepTable(editor, step)),
  });
  const tools: Tool[] = [
    ...STEPS.map(([step, icon, begins = false]) => ({ ...press(step, icon), begins })),
    {
      kind: 'press',
      id: 'remove',
      name: said.remove,
      icon: NoTableIcon,
      begins: true,
      act: then(() => removeTable(editor)),
    },
    ...RARE.map(([step, icon]) => ({ ...press(step, icon), isRare: true })),
  ];
  return (
    <ToolBar
      ref={bar}
      label={words.tools.table}
      tools={tools}
      leave={() => editor.commands.focus()}
      className={styles.bar ?? ''}
      data-bar="table"
    />
  );
};

/** `ceiling` sticks at the top of the paper. */
export const TableBar = ({
  editor,
  ceiling,
}: {
  editor: Editor;
  ceiling: RefObject<Element | null>;
}) => {
  const now = useEditorState({ editor, selector: ({ editor: { state } }) => tableNow(state) });
  return now && <Bar editor={editor} now={now} ceiling={ceiling} />;
};
