// Does a report's history say why it was handed back, in people's words?
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { AuditEvent } from '../../../functions/domain/audit-event.ts';
import { problems } from '../../../web/words/vi/problems.ts';
import { CLERK } from '../../support/builders.ts';

// The words of the screens ask the browser for its language when they are read.
vi.stubGlobal('localStorage', { getItem: () => null });
const { eventWords } = await import('../../../web/parts/happened.ts');
afterAll(() => vi.unstubAllGlobals());

const handedBack = (actor: AuditEvent['actor'], reason: string) =>
  eventWords({ actor, happening: { kind: 'handedBack', submissionId: 'sbm_one', reason } });

describe('what was handed back', () => {
  test('by a clerk says what the clerk wrote', () => {
    expect(handedBack(CLERK.id, 'Bản vẽ quá lớn')).toMatch(/: Bản vẽ quá lớn$/);
  });

  test('by the machine says the cause as its drafter is told of it', () => {
    expect(handedBack('workflow', 'key_missing')).toContain(`: ${problems.key_missing}`);
  });
});
