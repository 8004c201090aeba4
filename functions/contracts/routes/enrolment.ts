// What may be asked about keys, certificates and images? Signers about their own, administrators about their organization's.
import { z } from '@hono/zod-openapi';
import { KeptIn, KeyHolder } from '../../domain/directory/key-holder.ts';
import { CertificatePem, ChainPem } from '../../domain/directory/organization.ts';
import { LARGEST_IMAGE } from '../../domain/file-kind.ts';
import { Sha256 } from '../../domain/ids.ts';
import { PASSED_ON } from '../passed-on.ts';
import { body, IdempotencyKey, json, route } from '../route.ts';
import { KeyHolderView } from '../views.ts';

/** In base64, four characters for three bytes; a little more may come, to be told that it is too large. */
const Image = z.strictObject({
  png: z
    .base64()
    .max(1.4 * LARGEST_IMAGE)
    .describe(`Of ${LARGEST_IMAGE} bytes at most`),
});

const Holders = z.object({ items: z.array(KeyHolderView) });

export const readMySigning = route({
  method: 'get',
  path: '/api/me/signing',
  summary: 'What I sign with: my image, my certificate and until when it is valid',
  responses: { 200: json(KeyHolderView, 'For a signer') },
  refuses: ['not_permitted'],
});

export const keepSignatureImage = route({
  method: 'put',
  path: '/api/me/signature-image',
  summary: 'The image of my handwritten signature: PNG, blue on transparent ground',
  request: { body: body(Image) },
  responses: { 200: json(KeyHolderView, 'It is drawn from the next signature on') },
  refuses: [
    'image_not_png',
    'image_too_large',
    'image_not_transparent',
    'image_blank',
    'not_permitted',
    'entry_changed',
  ],
});

export const listKeyHolders = route({
  method: 'get',
  path: '/api/enrolment',
  summary: 'With what my organization and its signers sign',
  responses: { 200: json(Holders, 'For an administrator; the organization first') },
  refuses: ['not_permitted'],
});

export const keepSealImage = route({
  method: 'put',
  path: '/api/enrolment/seal-image',
  summary: 'The image of my organization’s seal: PNG, red on transparent ground',
  request: { body: body(Image) },
  responses: { 200: json(Holders, 'It is drawn from the next seal on') },
  refuses: [
    'image_not_png',
    'image_too_large',
    'image_not_transparent',
    'image_blank',
    'not_permitted',
    'organization_not_found',
    'entry_changed',
  ],
});

export const wantCertificate = route({
  method: 'post',
  path: '/api/enrolment/requests',
  summary: 'A certificate request of a holder’s key in KMS, to be sent to the authority',
  request: { headers: IdempotencyKey, body: body(z.strictObject({ holder: KeyHolder })) },
  responses: { 200: json(z.object({ requestPem: z.string() }), 'PKCS#10') },
  refuses: ['not_permitted', ...PASSED_ON.requestCertificate],
});

export const enrolCertificate = route({
  method: 'post',
  path: '/api/enrolment/certificates',
  summary: 'The certificate that the authority issued: from now on its holder signs with it',
  request: {
    headers: IdempotencyKey,
    body: body(
      z.strictObject({
        holder: KeyHolder,
        keptIn: KeptIn,
        certificatePem: CertificatePem,
        chainPem: ChainPem,
      }),
    ),
  },
  responses: { 200: json(Holders, 'Chain and key were checked, by a trial signature') },
  refuses: ['not_permitted', 'entry_changed', 'certificate_unreadable', ...PASSED_ON.tryKey],
});

export const revokeCertificate = route({
  method: 'post',
  path: '/api/enrolment/revocations',
  summary: 'A certificate that must not sign any more, by its SHA-256',
  request: { headers: IdempotencyKey, body: body(z.strictObject({ certificate: Sha256 })) },
  responses: { 200: json(Holders, 'Nobody of my organization signs with it') },
  refuses: ['not_permitted', 'organization_not_found', 'entry_changed', 'revocations_full'],
});
