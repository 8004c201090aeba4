// What can be done to the words one is in? Their shape, bold, italic, tables, undoing; all of it by key as well.
import { NativeSelect } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import { useEditorState } from '@tiptap/react';
import { memo, type ReactNode } from 'react';
import { words } from '../../words/words.ts';
import { isShape, SHAPES } from '../block-shape.ts';
import { blockAt, moveBlock, reshape, SHAPE_KEYS, toggleShape } from './keys.ts';
import styles from './paper.module.css';
import { TABLE_STEPS, type TableStep } from './table-shape.ts';
import { insertTable, removeTable, stepTable } from './table-steps.ts';

const { editor: said } = words;

const STEPS = Object.keys(TABLE_STEPS) as TableStep[];

const Press = ({
  name,
  keys,
  isOn,
  isOff = false,
  act,
  children,
}: {
  name: string;
  keys?: string;
  isOn?: boolean;
  isOff?: boolean;
  act: () => void;
  children: ReactNode;
}) => (
  <button
    type="button"
    className={styles.press}
    aria-label={name}
    title={keys ? `${name} (${keys})` : name}
    aria-pressed={isOn}
    disabled={isOff}
    // The words stay selected.
    onMouseDown={(event) => event.preventDefault()}
    onClick={act}
  >
    {children}
  </button>
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

export const Toolbar = memo(({ editor, label }: { editor: Editor; label: string }) => {
  const now = useEditorState({
    editor,
    selector: ({ editor: { state } }) => ({
      shape: blockAt(state)?.shape ?? null,
      isBold: editor.isActive('bold'),
      isItalic: editor.isActive('italic'),
      isTable: editor.isActive('table'),
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
      {now.isTable ? (
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
      {(['heading1', 'heading2', 'heading3', 'bullet1', 'bullet2'] as const).map((shape) => (
        <Press
          key={shape}
          name={said.shapes[shape]}
          keys={keysOf(shape) ?? ''}
          isOn={now.shape === shape}
          isOff={now.isTable}
          act={then(() => toggleShape(editor, shape))}
        >
          {said.signs[shape]}
        </Press>
      ))}
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
