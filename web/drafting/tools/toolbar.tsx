// What can be done to the words at the caret? Their shape, bold, italic, a table, finding, undoing; all of it by key as well.
import type { Editor } from '@tiptap/core';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import { isInTable } from '@tiptap/pm/tables';
import { useEditorState } from '@tiptap/react';
import { memo } from 'react';
import {
  AgainIcon,
  BackIcon,
  BoldIcon,
  Heading1Icon,
  Heading2Icon,
  Heading3Icon,
  HigherIcon,
  type Icon,
  InwardsIcon,
  ItalicIcon,
  ListIcon,
  LowerIcon,
  NewTableIcon,
  NumbersIcon,
  OutwardsIcon,
  SearchIcon,
} from '../../parts/icons.tsx';
import type { Tool } from '../../parts/tools/tool.ts';
import { ToolBar } from '../../parts/tools/tool-bar.tsx';
import { words } from '../../words/words.ts';
import { type BlockShape, deeper, isShape, SHAPES } from '../paper/block-shape.ts';
import { blockAt, indent, moveBlock, reshape, SHAPE_KEYS, toggleShape } from '../paper/keys.ts';
import { insertTable } from '../paper/table-steps.ts';

const said = words.editor;
const named = words.tools;

const keysOf = (shape: BlockShape) => SHAPE_KEYS[shape] && `Ctrl+Alt+${SHAPE_KEYS[shape]}`;

/** The shapes that have a press of their own. */
type Shaped = [BlockShape, Icon, name: string];
const LISTS: Shaped[] = [
  ['bullet1', ListIcon, named.list],
  ['clause2', NumbersIcon, named.numbers],
];
const HEADINGS: Shaped[] = [
  ['heading1', Heading1Icon, said.shapes.heading1],
  ['heading2', Heading2Icon, said.shapes.heading2],
  ['heading3', Heading3Icon, said.shapes.heading3],
];

const CHOICES = SHAPES.map((value) => ({
  value,
  name: said.shapes[value],
  keys: keysOf(value),
}));

export const Toolbar = memo(
  ({
    editor,
    label,
    find,
    className,
  }: {
    editor: Editor;
    label: string;
    find: () => void;
    className?: string | undefined;
  }) => {
    const now = useEditorState({
      editor,
      selector: ({ editor: { state } }) => ({
        shape: blockAt(state)?.shape ?? null,
        isInTable: isInTable(state),
        isBold: editor.isActive('bold'),
        isItalic: editor.isActive('italic'),
        canUndo: undoDepth(state) > 0,
        canRedo: redoDepth(state) > 0,
      }),
    });
    const { shape } = now;
    const then = (act: () => unknown) => () => {
      act();
      editor.commands.focus();
    };
    const inTable = now.isInTable ? named.inTable : '';
    const toShape = ([each, icon, name]: Shaped, at: number): Tool => ({
      kind: 'press',
      id: each,
      name,
      keys: keysOf(each),
      icon,
      isOn: shape === each,
      isOff: shape === null,
      begins: at === 0,
      act: then(() => toggleShape(editor, each)),
    });
    const tools: Tool[] = [
      {
        kind: 'press',
        id: 'undo',
        name: said.undo,
        keys: 'Ctrl+Z',
        icon: BackIcon,
        isOff: !now.canUndo,
        act: then(() => undo(editor.state, editor.view.dispatch)),
      },
      {
        kind: 'press',
        id: 'redo',
        name: said.redo,
        keys: 'Ctrl+Y',
        icon: AgainIcon,
        isOff: !now.canRedo,
        act: then(() => redo(editor.state, editor.view.dispatch)),
      },
      {
        kind: 'choice',
        id: 'shape',
        name: said.shape,
        now: shape ? said.shapes[shape] : inTable,
        value: shape,
        choices: CHOICES,
        isOff: shape === null,
        begins: true,
        choose: (chosen) => then(() => isShape(chosen) && reshape(editor, chosen))(),
      },
      {
        kind: 'press',
        id: 'bold',
        name: said.bold,
        keys: 'Ctrl+B',
        icon: BoldIcon,
        isOn: now.isBold,
        begins: true,
        act: then(() => editor.commands.toggleMark('bold')),
      },
      {
        kind: 'press',
        id: 'italic',
        name: said.italic,
        keys: 'Ctrl+I',
        icon: ItalicIcon,
        isOn: now.isItalic,
        act: then(() => editor.commands.toggleMark('italic')),
      },
      ...LISTS.map(toShape),
      {
        kind: 'press',
        id: 'table',
        name: said.table.insert,
        icon: NewTableIcon,
        begins: true,
        act: then(() => insertTable(editor)),
      },
      {
        kind: 'press',
        id: 'find',
        name: named.find.open,
        keys: 'Ctrl+F',
        icon: SearchIcon,
        act: find,
      },
      ...HEADINGS.map(toShape),
      {
        kind: 'press',
        id: 'outwards',
        name: named.outwards,
        begins: true,
        keys: 'Shift+Tab',
        icon: OutwardsIcon,
        isOff: shape === null || deeper(shape, -1) === null,
        act: then(() => indent(editor, -1)),
      },
      {
        kind: 'press',
        id: 'inwards',
        name: named.inwards,
        keys: 'Tab',
        icon: InwardsIcon,
        isOff: shape === null || deeper(shape, 1) === null,
        act: then(() => indent(editor, 1)),
      },
      {
        kind: 'press',
        id: 'up',
        name: said.up,
        keys: 'Alt+↑',
        icon: HigherIcon,
        begins: true,
        act: then(() => moveBlock(editor, -1)),
      },
      {
        kind: 'press',
        id: 'down',
        name: said.down,
        keys: 'Alt+↓',
        icon: LowerIcon,
        act: then(() => moveBlock(editor, 1)),
      },
    ];
    return (
      <ToolBar
        label={said.toolbar(label)}
        tools={tools}
        leave={() => editor.commands.focus()}
        className={className ?? ''}
      />
    );
  },
);
