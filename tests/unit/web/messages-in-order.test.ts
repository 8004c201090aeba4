// Which of several messages does the drafter's desk say beside its presses?
import { expect, test } from 'vitest';
import { foremostFirst, type MessageKind } from '../../../web/drafting/desk/messages-in-order.ts';

const order = (...kinds: MessageKind[]) =>
  foremostFirst(kinds.map((kind) => ({ kind }))).map(({ kind }) => kind);

test('what keeps words from being saved goes before what was pasted, and that before what is only told', () => {
  expect(order('setAside', 'comeBack', 'pasted', 'trouble', 'conflict')).toEqual([
    'conflict',
    'trouble',
    'pasted',
    'comeBack',
    'setAside',
  ]);
});
