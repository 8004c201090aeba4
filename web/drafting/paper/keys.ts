// How is the paper written without a mouse? What each key does to the block that holds the caret.
import { type Editor, Extension, InputRule, type Range } from '@tiptap/core';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history, redo, undo } from '@tiptap/pm/history';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { goToNextCell, tableEditing } from '@tiptap/pm/tables';
import { type BlockShape, deeper, following } from './block-shape.ts';
import { addRowBehind } from './table-steps.ts';

/** The block of words that one writes in, its place and its shape; null in a table. */
export const blockAt = ({ selection: { $from } }: EditorState) =>
  $from.depth > 0 && $from.node(1).type.name === 'words'
    ? { node: $from.node(1), from: $from.before(1), shape: $from.node(1).attrs.shape as BlockShape }
    : null;

/** Gives every block of words in the selection this shape. */
export const reshape = (editor: Editor, shape: BlockShape): boolean =>
  editor.commands.command(({ tr: transaction }) => {
    const { from, to } = transaction.selection;
    transaction.doc.nodesBetween(from, to, (node, at) => {
      if (node.type.name === 'words') transaction.setNodeMarkup(at, null, { shape });
      return false;
    });
    return true;
  });

/** The other shape's press again means: plain words. */
export const toggleShape = (editor: Editor, shape: BlockShape): boolean =>
  reshape(editor, blockAt(editor.state)?.shape === shape ? 'paragraph' : shape);

/** A new block: at a block's end what follows it, before its words an empty one, within them the rest of them. */
const breakBlock = (editor: Editor): boolean => {
  const block = blockAt(editor.state);
  if (!block) return false;
  const { node, shape, from } = block;
  if (node.content.size === 0 && shape !== 'paragraph') return reshape(editor, 'paragraph');
  return editor.commands.command(({ tr: transaction, state: { schema } }) => {
    transaction.deleteSelection();
    const { $from } = transaction.selection;
    const { words } = schema.nodes;
    if (!words) return false;
    const isEnd = $from.parentOffset === $from.parent.content.size;
    if ($from.parentOffset === 0 && !isEnd) {
      transaction.insert(from, words.create({ shape: following(shape) }));
    } else {
      const next = { type: words, attrs: { shape: isEnd ? following(shape) : shape } };
      transaction.split($from.pos, 1, [next]);
    }
    transaction.scrollIntoView();
    return true;
  });
};

/** At the beginning of a block: first it becomes plain words; only then is it joined to the one before. */
const plainFirst = (editor: Editor): boolean => {
  const { selection } = editor.state;
  const block = blockAt(editor.state);
  if (!block || block.shape === 'paragraph') return false;
  if (!selection.empty || selection.$from.parentOffset > 0) return false;
  return reshape(editor, 'paragraph');
};

export const indent = (editor: Editor, by: 1 | -1): boolean => {
  const block = blockAt(editor.state);
  const shape = block && deeper(block.shape, by);
  return shape ? reshape(editor, shape) : false;
};

/** A cell to the right, or to the left; behind the last one a new row begins. */
const nextCell = (editor: Editor, by: 1 | -1): boolean => {
  const { state, view } = editor;
  if (!editor.isActive('table')) return false;
  if (goToNextCell(by)(state, view.dispatch)) return true;
  return by === 1 && addRowBehind(editor);
};

/** The block changes places with the one before or after it; its words stay marked. */
export const moveBlock = (editor: Editor, by: 1 | -1): boolean =>
  editor.commands.command(({ tr: transaction }) => {
    const { $from, $anchor, $head } = transaction.selection;
    const at = $from.index(0);
    const block = transaction.doc.maybeChild(at);
    const other = transaction.doc.maybeChild(at + by);
    if (!block || !other) return false;
    const from = $from.posAtIndex(at, 0);
    const to = by === 1 ? from + other.nodeSize : from - other.nodeSize;
    transaction.delete(from, from + block.nodeSize).insert(to, block);
    const moved = (place: number) => transaction.doc.resolve(place - from + to);
    if (transaction.selection instanceof TextSelection || $anchor.pos !== $head.pos)
      transaction.setSelection(TextSelection.between(moved($anchor.pos), moved($head.pos)));
    transaction.scrollIntoView();
    return true;
  });

/** As in Word, where it has such: Ctrl Alt and a figure. */
export const SHAPE_KEYS: Partial<Record<BlockShape, string>> = {
  paragraph: '0',
  heading1: '1',
  heading2: '2',
  heading3: '3',
  clause2: '4',
  clause3: '5',
  bullet1: '6',
  bullet2: '7',
  label: '8',
  legalBasis: '9',
};

/** Typed at the beginning of plain words: the sign goes, and the block is what it announced. */
const TYPED: [RegExp, BlockShape][] = [
  [/^- $/, 'bullet1'],
  [/^\+ $/, 'bullet2'],
  [/^[IVX]+\. $/, 'heading1'],
  [/^\d{1,2}\. $/, 'heading2'],
  [/^[a-zđ]\) $/, 'heading3'],
];

const announce = (state: EditorState, range: Range, shape: BlockShape): Transaction | null => {
  if (blockAt(state)?.shape !== 'paragraph') return null;
  const { tr: transaction } = state;
  transaction.delete(range.from, range.to);
  return transaction.setNodeMarkup(range.from - 1, null, { shape });
};

export const PaperKeys = Extension.create({
  name: 'keys',
  addInputRules: () =>
    TYPED.map(
      ([find, shape]) =>
        new InputRule({ find, handler: ({ state, range }) => void announce(state, range, shape) }),
    ),
  addProseMirrorPlugins: () => [history(), gapCursor(), tableEditing()],
  addKeyboardShortcuts() {
    const editor = this.editor as Editor;
    const back = () => undo(editor.state, editor.view.dispatch);
    const forth = () => redo(editor.state, editor.view.dispatch);
    const shapes = Object.entries(SHAPE_KEYS).map(([shape, key]) => [
      `Mod-Alt-${key}`,
      () => toggleShape(editor, shape as BlockShape),
    ]);
    return {
      ...Object.fromEntries(shapes),
      Enter: () => breakBlock(editor) || editor.isActive('table'),
      'Shift-Enter': () => breakBlock(editor) || editor.isActive('table'),
      Backspace: () => plainFirst(editor),
      Tab: () => nextCell(editor, 1) || indent(editor, 1),
      'Shift-Tab': () => nextCell(editor, -1) || indent(editor, -1),
      // As in Word.
      'Mod-Shift-l': () => toggleShape(editor, 'bullet1'),
      'Alt-ArrowUp': () => moveBlock(editor, -1),
      'Alt-ArrowDown': () => moveBlock(editor, 1),
      // Tab is the paper's own within lists and tables; this is the way out for those without a mouse.
      Escape: () => editor.commands.blur(),
      'Mod-z': back,
      'Mod-y': forth,
      'Mod-Shift-z': forth,
    };
  },
});
