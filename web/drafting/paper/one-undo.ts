// What is undone by one press? What happened in one go: neither what was typed before it nor what is typed after.
import { closeHistory } from '@tiptap/pm/history';
import type { EditorView } from '@tiptap/pm/view';

export const oneUndo = (view: EditorView, act: () => void): void => {
  view.dispatch(closeHistory(view.state.tr));
  act();
  view.dispatch(closeHistory(view.state.tr));
};
