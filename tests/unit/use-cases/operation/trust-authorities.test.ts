// Is an authority trusted from one moment until another, and is it known beforehand what that stops?
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import { believed } from '../../../../functions/domain/directory/anchor.ts';
import type { KeyReference } from '../../../../functions/domain/directory/organization.ts';
import { instantOf } from '../../../../functions/domain/instant-of.ts';
import { certificatesIn } from '../../../../functions/signing/certificate-pem.ts';
import {
  distrustAuthorities,
  trustAuthorities,
} from '../../../../functions/use-cases/operation/trust-authorities.ts';
import { whatRests } from '../../../../functions/use-cases/operation/what-rests.ts';
import { makeTrialAuthority } from '../../../../infra/local/trust-services/certificate-authority.ts';
import { anOrganization, CHAIRMAN, DRAFTER, MORNING } from '../../../support/builders.ts';
import { anEmptyDay } from '../../../support/memory-first-day.ts';

const [ONE, TWO] = [new Uint8Array([1]), new Uint8Array([2])];
const NOON = instantOf(Date.parse(MORNING) + 4 * 3_600_000);

describe('an authority', () => {
  test('is trusted once, from the moment at which somebody said so', async () => {
    const { world, anchors } = anEmptyDay();

    expect(await trustAuthorities(world, [ONE, ONE])).toEqual([ONE]);
    expect(await trustAuthorities(world, [ONE, TWO])).toEqual([TWO]);

    expect(anchors()).toEqual([
      { certificate: ONE, from: MORNING, until: null },
      { certificate: TWO, from: MORNING, until: null },
    ]);
  });

  test('vouches for what was signed before it ended, and for nothing since', async () => {
    const { world, anchors } = anEmptyDay();
    await trustAuthorities(world, [ONE, TWO]);

    await distrustAuthorities(world, [ONE], NOON);

    expect(believed(anchors())).toEqual({
      anchors: [TWO],
      former: [{ certificate: ONE, until: NOON }],
    });
  });

  test('that has ended may turn out to have ended at another moment, which then counts', async () => {
    const { world, anchors } = anEmptyDay();
    await trustAuthorities(world, [ONE, TWO]);
    await distrustAuthorities(world, [ONE], NOON);

    await distrustAuthorities(world, [ONE], MORNING);

    expect(believed(anchors())).toEqual({
      anchors: [TWO],
      former: [{ certificate: ONE, until: MORNING }],
    });
    expect(anchors()[0]).toEqual({ certificate: ONE, from: MORNING, until: MORNING });
  });

  test('may be trusted again', async () => {
    const { world, anchors } = anEmptyDay();
    await trustAuthorities(world, [ONE, TWO]);
    await distrustAuthorities(world, [ONE], NOON);

    expect(await trustAuthorities(world, [ONE])).toEqual([ONE]);

    expect(believed(anchors())).toEqual({ anchors: [TWO, ONE], former: [] });
  });
});

describe('what stops with an authority', () => {
  const der = (pem: string) => (certificatesIn(pem) ?? []).map(({ raw }) => new Uint8Array(raw));
  const old = makeTrialAuthority();
  const next = makeTrialAuthority();
  const keyOf = async (authority: typeof old, commonName: string): Promise<KeyReference> => {
    const subject = { commonName, organization: 'UBND' };
    const { certificatePem } = await authority.issuePkcs12(subject, 'p-256');
    return { kind: 'secret', secretId: 'k', certificatePem };
  };

  const anOffice = async () => {
    const day = anEmptyDay();
    // Their certificates began a moment ago.
    day.world.clock = { now: () => instantOf(Date.now()) };
    day.organizations.push(anOrganization({ sealKey: await keyOf(next, 'UBND xã Sơn Trung') }));
    day.people.push({ ...CHAIRMAN, signingKey: await keyOf(old, CHAIRMAN.name) }, DRAFTER);
    return day;
  };
  const named = `${CHAIRMAN.name} (${CHAIRMAN.title}, ${anOrganization().name})`;

  test('are the keys that lead to nobody else', async () => {
    const { world } = await anOffice();
    const [ended, remaining] = [der(old.certificatePem), der(next.certificatePem)];

    expect(await whatRests(world, { ended, remaining })).toEqual({ rests: [named], unclear: [] });
    expect(await whatRests(world, { ended: [], remaining: [...ended, ...remaining] })).toEqual({
      rests: [],
      unclear: [],
    });
  });

  test('is not said of a key whose chain lies with it', async () => {
    const { world } = await anOffice();
    const remaining = der(next.certificatePem);

    expect(await whatRests(world, { ended: [], remaining })).toEqual({
      rests: [],
      unclear: [named],
    });
  });

  test('is nothing of whoever has left', async () => {
    const { world, people } = await anOffice();
    const [chairman] = people;
    if (chairman) people[0] = { ...chairman, validUntil: MORNING };
    const [ended, remaining] = [der(old.certificatePem), der(next.certificatePem)];

    expect(sha256(ended[0] ?? '')).not.toBe(sha256(remaining[0] ?? ''));
    expect(await whatRests(world, { ended, remaining })).toEqual({ rests: [], unclear: [] });
  });
});
