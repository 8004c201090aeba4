// How do a person and an agency come by what they sign with? Over HTTP, with real keys, until it stands on a document.
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CertificationRequest } from 'pkijs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EventView, KeyHolderView } from '../../../functions/contracts/views.ts';
import {
  agencyWith,
  keyNameOf,
  personWith,
} from '../../../functions/domain/directory/key-holder.ts';
import { verifySignatures } from '../../../functions/signing/verify/verify-signatures.ts';
import { expectOk, type Office } from '../../../infra/local/people/office.ts';
import type { Visitor } from '../../../infra/local/people/visitor.ts';
import {
  sampleSealPng,
  sampleSignaturePng,
} from '../../../infra/local/sample-images/signature-and-seal.ts';
import {
  makeTrialAuthority,
  openTrialAuthority,
  type TrialAuthority,
} from '../../../infra/local/trust-services/certificate-authority.ts';
import { aPersonId } from '../../support/builders.ts';
import { opensslRequest, pdfsig } from '../../support/files/pdf-tools.ts';
import { borrowStack, type LocalStack } from '../../support/local-stack.ts';

const CHAIRMAN = personWith(aPersonId('nguyen-van-minh'));
const DEPUTY = personWith(aPersonId('le-quoc-hung'));
const COMMUNE = agencyWith('org_son-trung');
const SUBJECT = { commonName: 'Nguyễn Văn Minh', organization: 'UBND xã Sơn Trung' };
const DAY_MS = 24 * 60 * 60 * 1000;

type Holders = { items: KeyHolderView[] };

const publicKeyIn = (requestPem: string): Uint8Array => {
  const der = Buffer.from(requestPem.replaceAll(/-----[A-Z ]+-----/g, ''), 'base64');
  const { subjectPublicKeyInfo } = CertificationRequest.fromBER(new Uint8Array(der));
  return new Uint8Array(subjectPublicKeyInfo.toSchema().toBER());
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('what people and agencies sign with', () => {
  let stack: LocalStack;
  let office: Office;
  let administrator: Visitor;
  let chairman: Visitor;
  let authority: TrialAuthority;

  beforeAll(async () => {
    stack = await borrowStack();
    // Whoever sets the system up makes the keys, under the names of their holders.
    await stack.keys.ensure(keyNameOf(stack.keysUnder, CHAIRMAN), 'ECC_NIST_P256', {
      purpose: 'signer',
      stage: stack.keysUnder,
    });
    office = stack.desks;
    administrator = await office.as('dinh-cong-tuan');
    chairman = await office.as(CHAIRMAN.id);
    authority = openTrialAuthority(
      JSON.parse(readFileSync(join(stack.folder, 'demo-authority.json'), 'utf8')),
    );
  });

  const requested = async (): Promise<string> => {
    const wish = { holder: CHAIRMAN };
    const path = '/api/enrolment/requests';
    return expectOk(await administrator.post<{ requestPem: string }>(path, wish)).requestPem;
  };

  const enrol = (certificatePem: string, given: object = {}) =>
    administrator.post<Holders>('/api/enrolment/certificates', {
      holder: CHAIRMAN,
      keptIn: 'kms',
      certificatePem,
      chainPem: authority.certificatePem,
      ...given,
    });

  const holderIn = ({ items }: Holders, id: string): KeyHolderView => {
    const found = items.find(({ holder }) => holder.id === id);
    if (found === undefined) throw new Error(`${id} is not listed`);
    return found;
  };

  const signedReport = async () => {
    const report = await office.draft();
    const submissionId = await office.submit(report);
    await office.decide('le-quoc-hung', submissionId, 'agree');
    await office.decide(CHAIRMAN.id, submissionId, 'sign');
    return report;
  };

  it('are shown to the administrator, and to each signer their own', async () => {
    const { items } = expectOk(await administrator.get<Holders>('/api/enrolment'));
    const own = expectOk(await chairman.get<KeyHolderView>('/api/me/signing'));
    const png = await fetch(own.image?.url ?? '').then((image) => image.arrayBuffer());

    expect(items.map(({ holder, keptIn }) => [holder, keptIn])).toEqual([
      [COMMUNE, 'kms'],
      [DEPUTY, 'secret'],
      [CHAIRMAN, 'secret'],
    ]);
    expect(own).toMatchObject({
      holder: CHAIRMAN,
      certificate: { state: 'valid', commonName: expect.stringContaining('Nguyễn Văn Minh') },
    });
    expect(new Uint8Array(png)).toEqual(new Uint8Array(sampleSignaturePng('Nguyễn Văn Minh')));
  });

  it('is a certificate only if it is of that key, trusted, and valid today', async () => {
    const publicKey = publicKeyIn(await requested());
    const spki = { format: 'der', type: 'spki' } as const;
    const another = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey.export(spki);
    const yesterday = new Date(Date.now() - DAY_MS);
    const old = { validFrom: new Date(Date.now() - 2 * DAY_MS), validTo: yesterday };
    const foreign = makeTrialAuthority();

    const cases = [
      ['certificate_key_mismatch', authority.certifyKey(another, SUBJECT)],
      ['certificate_expired', authority.certifyKey(publicKey, { ...SUBJECT, ...old })],
      ['certificate_untrusted', foreign.certifyKey(publicKey, SUBJECT)],
      ['certificate_not_for_signing', authority.certificatePem],
      ['certificate_unreadable', 'Kính gửi quý cơ quan'],
    ] as const;
    for (const [code, certificatePem] of cases) {
      expect(await enrol(certificatePem)).toMatchObject({ body: { code } });
    }
    expect(await enrol(authority.certifyKey(publicKey, SUBJECT), { holder: DEPUTY })).toMatchObject(
      { status: 409, body: { code: 'key_missing' } },
    );
    expect(await chairman.get('/api/me/signing')).toMatchObject({ body: { keptIn: 'secret' } });
  });

  it('is signed with from the next report on: a key that never left KMS, and a new image', async () => {
    const requestPem = await requested();
    expect(await opensslRequest(requestPem)).toMatchObject({
      output: expect.stringContaining('verify OK'),
    });
    const certificatePem = authority.certifyKey(publicKeyIn(requestPem), {
      ...SUBJECT,
      validTo: new Date(Date.now() + 20 * DAY_MS),
    });
    const holders = expectOk(await enrol(certificatePem));
    const png = sampleSignaturePng('một nét chữ khác');
    const own = expectOk(
      await chairman.put<KeyHolderView>('/api/me/signature-image', { png: base64(png) }, ''),
    );
    const report = await signedReport();
    await office.untilStatus(report.id, 'issued');
    const { bytes } = await office.download('tran-thi-thu-ha', report.id, 'pdf');
    const anchors = [new X509Certificate(stack.authorityPem).raw];
    const { file, signatures } = await verifySignatures(bytes, { anchors });

    expect(holderIn(holders, CHAIRMAN.id)).toMatchObject({
      keptIn: 'kms',
      certificate: { state: 'expiring', daysLeft: 19 },
    });
    expect(own.image?.sha256).not.toBe(holderIn(holders, CHAIRMAN.id).image?.sha256);
    expect(file.verdict).toBe('valid');
    expect(signatures[0]?.signer?.sha256).toBe(own.certificate?.sha256);
    expect(await pdfsig(bytes, stack.authorityPem)).toMatchObject([
      { valid: true },
      { valid: true },
    ]);
  });

  it('is refused as an image when it is none that can be drawn', async () => {
    const put = (png: Uint8Array) =>
      chairman.put('/api/me/signature-image', { png: base64(png) }, '');
    const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');
    expect(await put(jpeg)).toMatchObject({ status: 422, body: { code: 'image_not_png' } });
    expect(await put(Buffer.alloc(1_000_001))).toMatchObject({
      status: 413,
      body: { code: 'image_too_large' },
    });
    const seal = { png: base64(sampleSealPng('UBND xã Sơn Trung')) };
    const { items } = expectOk(
      await administrator.put<Holders>('/api/enrolment/seal-image', seal, ''),
    );
    expect(items[0]?.image).not.toBeNull();
  });

  it('signs nothing once it is revoked: the report comes back with the reason and without a number', async () => {
    const { certificate } = expectOk(await chairman.get<KeyHolderView>('/api/me/signing'));
    const { items } = expectOk(
      await administrator.post<Holders>('/api/enrolment/revocations', {
        certificate: certificate?.sha256,
      }),
    );
    const report = await signedReport();
    await office.untilStatus(report.id, 'draft');
    const drafter = await office.as('tran-thi-thu-ha');
    const history = expectOk(
      await drafter.get<{ items: EventView[] }>(`/api/reports/${report.id}/history?limit=100`),
    );

    expect(holderIn({ items }, CHAIRMAN.id).certificate?.state).toBe('revoked');
    expect(history.items.at(-1)?.happening).toMatchObject({
      kind: 'handedBack',
      reason: 'certificate_revoked',
    });
  });
});
