// Is an authority trusted from one moment until another, does the chain of changes tell of it, and is it known beforehand what that stops?
import { describe, expect, test } from 'vitest';
import { EMPTY_CHAIN } from '../../../../functions/domain/audit-event.ts';
import { brokenAt } from '../../../../functions/domain/broken-link.ts';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import { type Anchor, believed } from '../../../../functions/domain/directory/anchor.ts';
import { OrganizationEntry } from '../../../../functions/domain/directory/directory-entry.ts';
import type { KeyReference } from '../../../../functions/domain/directory/organization.ts';
import { instantOf } from '../../../../functions/domain/instant-of.ts';
import { certificatesIn } from '../../../../functions/signing/certificate-pem.ts';
import { bootstrap } from '../../../../functions/use-cases/operation/bootstrap.ts';
import { checkTrust } from '../../../../functions/use-cases/operation/check-trust.ts';
import {
  distrustAuthorities,
  trustAuthorities,
} from '../../../../functions/use-cases/operation/trust-authorities.ts';
import { whatRests } from '../../../../functions/use-cases/operation/what-rests.ts';
import { makeTrialAuthority } from '../../../../infra/local/trust-services/certificate-authority.ts';
import { ONE, TWO } from '../../../support/authorities.ts';
import { anOrganization, CHAIRMAN, DRAFTER, MORNING } from '../../../support/builders.ts';
import { anEmptyDay } from '../../../support/memory-first-day.ts';

const NOON = instantOf(Date.parse(MORNING) + 4 * 3_600_000);

/** A system that has begun, trusting nobody. */
const aBegunDay = async () => {
  const day = anEmptyDay();
  const organization = OrganizationEntry.strip().parse(anOrganization());
  const administrator = { name: 'Đinh Công Tuấn', title: 'Quản trị', email: 'tuan@example.com' };
  await bootstrap(day.world, { organization, administrator, anchors: [] });
  return day;
};
const WHY = 'Khóa của nơi cấp bị lộ.';

describe('an authority', () => {
  test('is trusted once, from the moment at which somebody said so', async () => {
    const { world, anchors } = await aBegunDay();

    expect(await trustAuthorities(world, [ONE, ONE], WHY)).toEqual([ONE]);
    expect(await trustAuthorities(world, [ONE, TWO], WHY)).toEqual([TWO]);

    expect(anchors()).toEqual([
      { certificate: ONE, from: MORNING, until: null },
      { certificate: TWO, from: MORNING, until: null },
    ]);
  });

  test('vouches for what was signed before it ended, and for nothing since', async () => {
    const { world, anchors } = await aBegunDay();
    await trustAuthorities(world, [ONE, TWO], WHY);

    await distrustAuthorities(world, [ONE], NOON, WHY);

    expect(believed(anchors())).toEqual({
      anchors: [TWO],
      former: [{ certificate: ONE, until: NOON }],
    });
  });

  test('that has ended may turn out to have ended at another moment, which then counts', async () => {
    const { world, anchors } = await aBegunDay();
    await trustAuthorities(world, [ONE, TWO], WHY);
    await distrustAuthorities(world, [ONE], NOON, WHY);

    await distrustAuthorities(world, [ONE], MORNING, WHY);

    expect(believed(anchors())).toEqual({
      anchors: [TWO],
      former: [{ certificate: ONE, until: MORNING }],
    });
    expect(anchors()[0]).toEqual({ certificate: ONE, from: MORNING, until: MORNING });
  });

  test('may be trusted again', async () => {
    const { world, anchors } = await aBegunDay();
    await trustAuthorities(world, [ONE, TWO], WHY);
    await distrustAuthorities(world, [ONE], NOON, WHY);

    expect(await trustAuthorities(world, [ONE], WHY)).toEqual([ONE]);

    expect(believed(anchors())).toEqual({ anchors: [TWO, ONE], former: [] });
  });

  test('is trusted by nobody before there is an office in whose history it could stand', async () => {
    const { world, anchors } = anEmptyDay();

    await expect(trustAuthorities(world, [ONE], WHY)).rejects.toMatchObject({
      code: 'organization_not_found',
    });
    expect(anchors()).toEqual([]);
  });
});

describe('the chain of changes', () => {
  const CA = { certificate: sha256(ONE), name: expect.stringContaining('CA Trình Ký') };

  test('tells of each, by whom and why, in the write that makes it so; of what was so already nothing', async () => {
    const day = await aBegunDay();
    const before = day.changes.length;
    await trustAuthorities(day.world, [ONE], 'Nơi cấp mới.');
    await trustAuthorities(day.world, [ONE], 'Một lần nữa.');
    await distrustAuthorities(day.world, [ONE], NOON, WHY);
    await distrustAuthorities(day.world, [TWO], NOON, WHY);

    expect(day.changes.slice(before)).toMatchObject([
      {
        actor: 'operator',
        at: MORNING,
        happening: { kind: 'authoritiesTrusted', authorities: [CA], reason: 'Nơi cấp mới.' },
      },
      {
        actor: 'operator',
        happening: { kind: 'authoritiesEnded', authorities: [CA], until: NOON, reason: WHY },
      },
    ]);
    expect(brokenAt(day.changes, day.head() ?? EMPTY_CHAIN)).toBeNull();
    expect(await checkTrust(day.world)).toBe('asSaid');
  });

  test('goes on when an administrator has added a link meanwhile', async () => {
    const day = await aBegunDay();
    const { directoryDesk } = day.world;
    let asked = 0;
    const chain: typeof directoryDesk.chain = async (of) => {
      asked += 1;
      return asked === 1 ? EMPTY_CHAIN : directoryDesk.chain(of);
    };

    await trustAuthorities(
      { ...day.world, directoryDesk: { ...directoryDesk, chain } },
      [ONE],
      WHY,
    );

    expect(day.trusted()).toEqual([ONE]);
    expect(asked).toBe(2);
    expect(await checkTrust(day.world)).toBe('asSaid');
  });

  test('finds out whoever trusts somebody, or moves the end of one, without a word', async () => {
    const day = await aBegunDay();
    await trustAuthorities(day.world, [ONE], WHY);
    await distrustAuthorities(day.world, [ONE], NOON, WHY);
    const { trustDesk } = day.world;
    const found = (anchors: Anchor[]) =>
      checkTrust({ ...day.world, trustDesk: { ...trustDesk, anchors: async () => anchors } });
    const [one] = day.anchors();
    if (one === undefined) throw new Error('it was trusted');

    expect(await found([one, { certificate: TWO, from: MORNING, until: null }])).toBe(
      'changedSilently',
    );
    expect(await found([{ ...one, until: null }])).toBe('changedSilently');
    expect(await found([])).toBe('changedSilently');
  });

  test('finds out whoever takes the link away with it', async () => {
    const day = await aBegunDay();
    await trustAuthorities(day.world, [ONE], WHY);
    day.changes.pop();

    expect(await checkTrust(day.world)).toBe('chainBroken');
  });

  test('says nothing of what was trusted before such links were written', async () => {
    const day = await aBegunDay();
    const anchors = async () => [{ certificate: ONE, from: null, until: null }];

    expect(await checkTrust(day.world)).toBe('asSaid');
    expect(await checkTrust({ ...day.world, trustDesk: { ...day.world.trustDesk, anchors } })).toBe(
      'unsaid',
    );
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
