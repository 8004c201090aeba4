// Is every change to a stored history detected?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AuditEvent,
  EMPTY_CHAIN,
  extendChain,
  Happening,
} from '../../functions/domain/audit-event.ts';
import { brokenAt } from '../../functions/domain/broken-link.ts';
import { Sha256 } from '../../functions/domain/ids.ts';
import { aPersonId, MORNING } from '../support/builders.ts';

const inSubmission = { submissionId: fc.constant('sbm_one') };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constant({ kind: 'created' as const }),
  fc.record({ kind: fc.constant('edited' as const), version: fc.nat() }),
  fc.record({ kind: fc.constant('withdrawn' as const), ...inSubmission }),
  fc.record({
    kind: fc.constant('asked' as const),
    ...inSubmission,
    round: fc.nat(),
  }),
  fc.record({
    kind: fc.constant('stuck' as const),
    ...inSubmission,
    reason: fc.string({ unit: 'grapheme' }),
  }),
);
const entry = fc.record({
  actor: fc.constantFrom('workflow' as const, aPersonId('person-1'), aPersonId('person-2')),
  happenings: fc.array(happening, { minLength: 1, maxLength: 3 }),
});

/** A chain grown change by change, and where it stands. */
const chain = fc.array(entry, { minLength: 1, maxLength: 8 }).map((entries) => {
  let head = EMPTY_CHAIN;
  const events: AuditEvent[] = [];
  for (const { actor, happenings } of entries) {
    const grown = extendChain(head, actor, MORNING, happenings);
    head = grown.head;
    events.push(...grown.events);
  }
  return { head, events };
});

const tampered = (
  change: (events: AuditEvent[], place: number) => AuditEvent[],
  shortest = 1,
): void =>
  fc.assert(
    fc.property(chain, fc.nat(), ({ head, events }, anywhere) => {
      fc.pre(events.length >= shortest);
      const place = anywhere % events.length;
      expect(brokenAt(change(events, place), head)).not.toBeNull();
    }),
  );

const otherThan = (actor: AuditEvent['actor']): AuditEvent['actor'] =>
  actor === 'workflow' ? aPersonId('person-9') : 'workflow';
const otherHash = (hash: Sha256) =>
  Sha256.parse(`${hash.startsWith('0') ? '1' : '0'}${hash.slice(1)}`);

const EDITS: Record<string, (event: AuditEvent) => AuditEvent> = {
  'who did it': (event) => ({ ...event, actor: otherThan(event.actor) }),
  'when it was': (event) => ({ ...event, at: '2026-03-02T01:00:00.001Z' }),
  'what it was': (event) => ({ ...event, happening: { kind: 'arrived' } }),
  'its place': (event) => ({ ...event, sequence: event.sequence + 1 }),
  'its hash': (event) => ({ ...event, hash: otherHash(event.hash) }),
  'the hash before': (event) => ({
    ...event,
    previousHash: event.previousHash === null ? event.hash : otherHash(event.previousHash),
  }),
};

test('a chain that nobody has touched is whole', () => {
  fc.assert(
    fc.property(chain, ({ head, events }) => {
      expect(brokenAt(events, head)).toBeNull();
    }),
  );
});

describe('a history betrays', () => {
  test.each(Object.keys(EDITS))('a changed link: %s', (what) => {
    const edit = EDITS[what] ?? ((event: AuditEvent) => event);
    tampered((events, place) => events.map((event, at) => (at === place ? edit(event) : event)));
  });

  test('a link that was taken out, the last one too', () => {
    tampered((events, place) => events.toSpliced(place, 1));
  });

  test('a link that stands twice', () => {
    tampered((events, place) => events.toSpliced(place, 0, ...events.slice(place, place + 1)));
  });

  test('two links that changed places', () => {
    tampered((events, place) => {
      const neighbour = (place + 1) % events.length;
      return events.map((event, at) => {
        if (at === place) return events[neighbour] ?? event;
        return at === neighbour ? (events[place] ?? event) : event;
      });
    }, 2);
  });

  test('an end that was written anew with hashes that fit', () => {
    fc.assert(
      fc.property(chain, ({ head, events }) => {
        const kept = events.slice(0, -1);
        const last = kept.at(-1);
        const before = { length: kept.length, hash: last?.hash ?? null };
        const forged = extendChain(before, aPersonId('person-9'), MORNING, [
          { kind: 'arrived' },
        ]).events;
        expect(brokenAt([...kept, ...forged], head)).toBe(head.length + 1);
      }),
    );
  });
});

test('the first broken link is named', () => {
  fc.assert(
    fc.property(chain, fc.nat(), ({ head, events }, anywhere) => {
      const place = anywhere % events.length;
      const changed = events.map((event, at) =>
        at >= place ? { ...event, actor: otherThan(event.actor) } : event,
      );
      expect(brokenAt(changed, head)).toBe(place + 1);
    }),
  );
});

test('everything that can happen is in the closed list by its kind alone', () => {
  const kinds = Happening.options.map((option) => option.shape.kind.value);

  expect(new Set(kinds).size).toBe(kinds.length);
});
