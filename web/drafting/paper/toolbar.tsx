// What can be done to the words at the caret? Their shape, bold, italic, tables, undoing; all of it by key as well.
import { NativeSelect, Tooltip } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import { useEditorState } from '@tiptap/react';
import { memo, type ReactNode } from 'react';
import { words } from '../../words/words.ts';
import { isShape, SHAPES } from './block-shape.ts';
import { blockAt, moveBlock, reshape, SHAPE_KEYS, toggleShape } from './keys.ts';
import styles from './paper.module.css';
import { TABLE_STEPS, type TableStep } from './table-shape.ts';
import { insertTable, removeTable, stepTable, tableNow } from './table-steps.ts';

const { editor: said } = words;

const ALIGNED = { left: 'cellLeft', center: 'cellCenter', right: 'cellRight' } as const;
const MERGED = { canMerge: 'merge', canSplit: 'split' } as const;

/** Those that have no press of their own. */
const STEPS = (Object.keys(TABLE_STEPS) as TableStep[]).filter(
  (step) => ![...Object.values(ALIGNED), ...Object.values(MERGED)].some((press) => press === step),
);

/** Three lines, the middle one shorter. */
const AlignSign = ({ align }: { align: keyof typeof ALIGNED }) => {
  const from = { left: 1, center: 3, right: 5 }[align];
  return (
    <svg viewBox="0 0 14 12" width="14" height="12" aria-hidden="true" stroke="currentColor">
      <path d={`M1 2h12M${from} 6h8M1 10h12`} strokeWidth="1.5" />
    </svg>
  );
};

/** Its name is told to who points at it or comes to it by key, and stands on it where nobody points. */
const Press = ({
  name,
  keys,
  isOn,
  isOff = false,
  isNamed = false,
  act,
  children,
}: {
  name: string;
  keys?: string;
  isOn?: boolean;
  isOff?: boolean;
  /** Its name stands on it, instead of a sign. */
  isNamed?: boolean;
  act: () => void;
  children?: ReactNode;
}) => (
  <Tooltip
    label={keys ? `${name} (${keys})` : name}
    events={{ hover: true, focus: true, touch: false }}
  >
    <button
      type="button"
      className={isNamed ? `${styles.press} ${styles.named}` : styles.press}
      aria-pressed={isOn}
      // What is out of use keeps its name.
      aria-disabled={isOff || undefined}
      // The words stay selected.
      onMouseDown={(event) => event.preventDefault()}
      onClick={isOff ? undefined : act}
    >
      {isNamed ? (
        name
      ) : (
        <>
          <span aria-hidden="true">{children}</span>
          <span className={styles.name}>{name}</span>
        </>
      )}
    </button>
  </Tooltip>
);

const TableTools = ({ editor }: { editor: Editor }) => (
  <NativeSelect
    size="xs"
    className={styles.shape ?? ''}
    aria-label={said.table.title}
    value=""
    onChange={(event) => {
      const chosen = event.currentTarget.value;
      const step = STEPS.find((each) => each === chosen);
      if (step) stepTable(editor, step);
      if (chosen === 'remove') removeTable(editor);
      editor.commands.focus();
    }}
    data={[
      { value: '', label: said.table.title },
      ...STEPS.map((value) => ({ value, label: said.table.steps[value] })),
      { value: 'remove', label: said.table.remove },
    ]}
  />
);

const TablePresses = ({
  now,
  act,
}: {
  now: NonNullable<ReturnType<typeof tableNow>>;
  act: (step: TableStep) => () => void;
}) => (
  <>
    {(['left', 'center', 'right'] as const).map((align) => (
      <Press
        key={align}
        name={said.table.steps[ALIGNED[align]]}
        isOn={now.align === align}
        act={act(ALIGNED[align])}
      >
        <AlignSign align={align} />
      </Press>
    ))}
    {(['canMerge', 'canSplit'] as const).map((can) => (
      <Press
        key={can}
        name={said.table.steps[MERGED[can]]}
        isOff={!now[can]}
        isNamed
        act={act(MERGED[can])}
      />
    ))}
  </>
);

export const Toolbar = memo(({ editor, label }: { editor: Editor; label: string }) => {
  const now = useEditorState({
    editor,
    selector: ({ editor: { state } }) => ({
      shape: blockAt(state)?.shape ?? null,
      isBold: editor.isActive('bold'),
      isItalic: editor.isActive('italic'),
      table: tableNow(state),
      canUndo: undoDepth(state) > 0,
      canRedo: redoDepth(state) > 0,
    }),
  });
  const then = (act: () => unknown) => () => {
    act();
    editor.commands.focus();
  };
  const keysOf = (shape: keyof typeof SHAPE_KEYS) =>
    SHAPE_KEYS[shape] && `Ctrl+Alt+${SHAPE_KEYS[shape]}`;
  return (
    <div role="toolbar" aria-label={said.toolbar(label)} className={styles.toolbar}>
      {now.table ? (
        <TableTools editor={editor} />
      ) : (
        <NativeSelect
          size="xs"
          className={styles.shape ?? ''}
          aria-label={said.shape}
          value={now.shape ?? ''}
          onChange={(event) => {
            const shape = event.currentTarget.value;
            if (isShape(shape)) then(() => reshape(editor, shape))();
          }}
          data={SHAPES.map((value) => ({
            value,
            label: said.shapes[value],
          }))}
        />
      )}
      <Press
        name={said.bold}
        keys="Ctrl+B"
        isOn={now.isBold}
        act={then(() => editor.commands.toggleMark('bold'))}
      >
        <strong>B</strong>
      </Press>
      <Press
        name={said.italic}
        keys="Ctrl+I"
        isOn={now.isItalic}
        act={then(() => editor.commands.toggleMark('italic'))}
      >
        <em>I</em>
      </Press>
      {now.table ? (
        <TablePresses now={now.table} act={(step) => then(() => stepTable(editor, step))} />
      ) : (
        (['heading1', 'heading2', 'heading3', 'bullet1', 'bullet2'] as const).map((shape) => (
          <Press
            key={shape}
            name={said.shapes[shape]}
            keys={keysOf(shape) ?? ''}
            isOn={now.shape === shape}
            act={then(() => toggleShape(editor, shape))}
          >
            {said.signs[shape]}
          </Press>
        ))
      )}
      <Press name={said.table.insert} act={then(() => insertTable(editor))}>
        ▦
      </Press>
      <Press name={said.up} keys="Alt+↑" act={then(() => moveBlock(editor, -1))}>
        ↑
      </Press>
      <Press name={said.down} keys="Alt+↓" act={then(() => moveBlock(editor, 1))}>
        ↓
      </Press>
      <Press
        name={said.undo}
        keys="Ctrl+Z"
        isOff={!now.canUndo}
        act={then(() => undo(editor.state, editor.view.dispatch))}
      >
        ↶
      </Press>
      <Press
        name={said.redo}
        keys="Ctrl+Y"
        isOff={!now.canRedo}
        act={then(() => redo(editor.state, editor.view.dispatch))}
      >
        ↷
      </Press>
    </div>
  );
});
