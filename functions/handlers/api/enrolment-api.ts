// Which use case answers which route about keys, certificates and images?
import * as routes from '../../contracts/routes/enrolment.ts';
import { enrolCertificate } from '../../use-cases/enrolment/enrol-certificate.ts';
import { keepSealImage } from '../../use-cases/enrolment/keep-seal-image.ts';
import { keepSignatureImage } from '../../use-cases/enrolment/keep-signature-image.ts';
import { listKeyHolders } from '../../use-cases/enrolment/list-key-holders.ts';
import { readMySigning } from '../../use-cases/enrolment/read-my-signing.ts';
import { revokeCertificate } from '../../use-cases/enrolment/revoke-certificate.ts';
import { wantCertificate } from '../../use-cases/enrolment/want-certificate.ts';
import { portsOf, type WorldOf } from '../../use-cases/world.ts';
import { answering } from './answering.ts';
import { houseApp } from './house-app.ts';

const bytesOf = ({ png }: { png: string }): Uint8Array => Buffer.from(png, 'base64');

const NEEDS = portsOf(
  houseApp,
  enrolCertificate,
  keepSealImage,
  keepSignatureImage,
  listKeyHolders,
  readMySigning,
  revokeCertificate,
  wantCertificate,
);

export const enrolmentApi = (world: WorldOf<typeof NEEDS>) =>
  answering(houseApp(world), routes, {
    readMySigning: (c) => readMySigning(world, c.get('caller')),
    keepSignatureImage: async (c) => {
      const caller = c.get('caller');
      await keepSignatureImage(world, caller, bytesOf(c.req.valid('json')));
      return readMySigning(world, caller);
    },
    listKeyHolders: async (c) => ({ items: await listKeyHolders(world, c.get('caller')) }),
    keepSealImage: async (c) => {
      const caller = c.get('caller');
      await keepSealImage(world, caller, bytesOf(c.req.valid('json')));
      return { items: await listKeyHolders(world, caller) };
    },
    wantCertificate: async (c) => {
      const { holder } = c.req.valid('json');
      return { requestPem: await wantCertificate(world, c.get('caller'), holder) };
    },
    enrolCertificate: async (c) => {
      const caller = c.get('caller');
      await enrolCertificate(world, caller, c.req.valid('json'));
      return { items: await listKeyHolders(world, caller) };
    },
    revokeCertificate: async (c) => {
      const caller = c.get('caller');
      await revokeCertificate(world, caller, c.req.valid('json').certificate);
      return { items: await listKeyHolders(world, caller) };
    },
  });
enrolmentApi.needs = NEEDS;
