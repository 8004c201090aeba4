// Does a function get what its use cases list?
import { expect, test } from 'vitest';
import { worldOf } from '../../../functions/handlers/wiring.ts';
import { MORNING } from '../../support/builders.ts';

test('a function has the ports that its use cases list, and no other', () => {
  const clock = { now: () => MORNING };
  const [first, second] = [{ needs: ['clock'] }, { needs: ['clock', 'layouts'] }] as const;
  const layouts = { newest: 1, kept: {} };

  const world = worldOf(
    [first, second],
    { clock, commit: async () => {} },
    { layouts: () => layouts },
  );

  expect(world).toEqual({ clock, layouts });
});
