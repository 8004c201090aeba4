// What on the paper is what one looks for? All of it is marked while one looks; where one stands is the editor's own selection.
import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { oneUndo } from '../paper/one-undo.ts';
import { type Manner, type Span, spansOf } from './search-text.ts';

export type Wanted = Manner & { text: string };

/** Whoever sees a thousand marks needs no more; those farther from the caret are counted, and not drawn. */
const MOST_MARKED = 1000;

type Looking = {
  wanted: Wanted;
  /** What each block had, which is read anew only where somebody has written. */
  known: WeakMap<Node, Span[]>;
  places: Span[];
  marks: DecorationSet;
};

const FIND = new PluginKey<Looking | null>('find');

const placesIn = (page: Node, { text, ...manner }: Wanted, known: Looking['known']): Span[] => {
  const places: Span[] = [];
  page.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const spans = known.get(node) ?? spansOf(node.textContent, text, manner);
    known.set(node, spans);
    const start = at + 1;
    for (const { from, to } of spans) places.push({ from: start + from, to: start + to });
    return false;
  });
  return places;
};

/** The one that is marked whole; -1 where somebody stands elsewhere. */
const hereIn = (places: readonly Span[], { from, to }: Span): number =>
  places.findIndex((place) => place.from === from && place.to === to);

const markedIn = (page: Node, places: readonly Span[], selection: Span): DecorationSet => {
  const here = hereIn(places, selection);
  const near = places.findIndex(({ from }) => from >= selection.from);
  const first = Math.max(0, (near === -1 ? places.length : near) - MOST_MARKED / 2);
  return DecorationSet.create(
    page,
    places
      .slice(first, first + MOST_MARKED)
      .map(({ from, to }, at) =>
        Decoration.inline(from, to, { 'data-found': first + at === here ? 'here' : 'also' }),
      ),
  );
};

const looked = (
  { doc, selection }: Pick<EditorState, 'doc' | 'selection'>,
  wanted: Wanted,
  known: Looking['known'],
): Looking => {
  const places = placesIn(doc, wanted, known);
  return { wanted, known, places, marks: markedIn(doc, places, selection) };
};

const applied = (transaction: Transaction, before: Looking | null, after: EditorState) => {
  const asked: { wanted: Wanted | null } | undefined = transaction.getMeta(FIND);
  if (asked) return asked.wanted && looked(after, asked.wanted, new WeakMap());
  if (!before || !(transaction.docChanged || transaction.selectionSet)) return before;
  if (transaction.docChanged) return looked(after, before.wanted, before.known);
  return { ...before, marks: markedIn(after.doc, before.places, after.selection) };
};

export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<Looking | null>({
      key: FIND,
      state: {
        init: () => null,
        apply: (transaction, before, _, after) => applied(transaction, before, after),
      },
      props: { decorations: (state) => FIND.getState(state)?.marks },
    }),
  ],
});

/** How many there are, and which of them one stands at, from 1: 0 is none. */
export const foundIn = (state: EditorState): { count: number; at: number } => {
  const places = FIND.getState(state)?.places ?? [];
  return { count: places.length, at: hereIn(places, state.selection) + 1 };
};

const showPlace = ({ view }: Editor) =>
  view.dom
    .querySelector('[data-found="here"]')
    ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

const standAt = (editor: Editor, place: Span | undefined): void => {
  if (!place) return;
  const { tr: transaction, doc } = editor.state;
  editor.view.dispatch(transaction.setSelection(TextSelection.create(doc, place.from, place.to)));
  showPlace(editor);
};

/** Looks for this from where one stands; null ends it, and what was found stays selected. */
export const lookFor = (editor: Editor, wanted: Wanted | null): void => {
  const { state, view } = editor;
  view.dispatch(state.tr.setMeta(FIND, { wanted }));
  const places = FIND.getState(editor.state)?.places ?? [];
  const { from } = editor.state.selection;
  standAt(editor, places.find((place) => place.from >= from) ?? places[0]);
};

/** To the next place or the one before; behind the last comes the first again. */
export const goOn = (editor: Editor, by: 1 | -1): void => {
  const places = FIND.getState(editor.state)?.places ?? [];
  const { from, to } = editor.state.selection;
  const isHere = hereIn(places, editor.state.selection) !== -1;
  const next =
    by === 1
      ? places.find((place) => place.from >= (isHere ? to : from))
      : places.findLast((place) => place.to <= from);
  standAt(editor, next ?? places.at(by === 1 ? 0 : -1));
};

/** From the last place to the first, so that those ahead stay where they are; as bold or italic as their first letter was. */
const rewritten = (
  transaction: Transaction,
  places: readonly Span[],
  text: string,
): Transaction => {
  const { doc } = transaction;
  for (const { from, to } of places.toReversed()) {
    const marks = doc.resolve(from).marksAcross(doc.resolve(to)) ?? [];
    if (text === '') transaction.delete(from, to);
    else transaction.replaceWith(from, to, doc.type.schema.text(text, marks));
  }
  return transaction;
};

/** Puts other words in the place that one stands at, and goes on to the next; who stands at none goes to one first. */
export const replaceHere = (editor: Editor, text: string): boolean => {
  const { places = [] } = FIND.getState(editor.state) ?? {};
  const here = places[hereIn(places, editor.state.selection)];
  if (here) {
    oneUndo(editor.view, () => {
      const transaction = rewritten(editor.state.tr, [here], text);
      const behind = TextSelection.create(transaction.doc, here.from + text.length);
      editor.view.dispatch(transaction.setSelection(behind));
    });
  }
  goOn(editor, 1);
  return here !== undefined;
};

/** Every place, in one step to undo. How many there were. */
export const replaceAll = (editor: Editor, text: string): number => {
  const { places = [] } = FIND.getState(editor.state) ?? {};
  if (places.length > 0)
    oneUndo(editor.view, () => editor.view.dispatch(rewritten(editor.state.tr, places, text)));
  return places.length;
};
