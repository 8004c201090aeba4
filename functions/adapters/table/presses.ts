// Has this press been made before (idempotency)? Its mark or its kept answer says so; both lie under the person and the key of their press.

import type { Press } from '../../domain/press.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Presses } from '../../use-cases/ports.ts';
import type { Read } from './item.ts';
import { answerKey, effectKey } from './keys.ts';
import { answerIn, answerItem, effectIn, keptIn } from './press-item.ts';
import { readWhole, thing } from './reads.ts';
import type { Table } from './table.ts';
import { unlessKept, writeAll } from './writes.ts';

/** What of this press still counts. Refusal: idempotency_key_reused. */
const judge = (press: Press, read: Read | undefined): Read | undefined => {
  if (read === undefined) return undefined;
  const { hash, until } = keptIn(read);
  if (until < press.at) return undefined;
  if (hash !== press.hash) throw new Refusal('idempotency_key_reused');
  return read;
};

export const pressesIn = (table: Table): Presses => ({
  find: async (press) => {
    const effectAt = effectKey(press);
    const answerAt = answerKey(press);
    const list = { of: 'table', partition: effectAt.pk, within: { prefix: press.key } } as const;
    const items = await readWhole(table, list);
    const effect = judge(
      press,
      items.find(({ sk }) => sk === effectAt.sk),
    );
    const answer = judge(
      press,
      items.find(({ sk }) => sk === answerAt.sk),
    );
    return {
      effect: effect ? thing(effectIn)(effect) : null,
      answer: answer ? thing(answerIn)(answer) : null,
    };
  },

  remember: async (press, answer) => {
    try {
      await writeAll(table, [{ put: answerItem(press, answer), condition: unlessKept(press.at) }]);
    } catch (error) {
      // Larger than an item, or answered already: asked again, the press finds its effect, or the first answer.
      if (!(error instanceof Refusal)) throw error;
    }
  },
});
