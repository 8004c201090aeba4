// What do the screens about images, keys and certificates say in English?

import type { signing as vi } from '../vi/signing.ts';
import { counted } from './counted.ts';
import { navigation } from './navigation.ts';

export const signing: typeof vi = {
  mine: navigation.mySigning,
  mineHelp:
    'Upload the image of your signature once; from then on it stands between title and name.',
  all: navigation.keys,
  allHelp:
    'Whoever has no certificate yet: make a certificate request, then add the certificate that is issued.',
  image: 'Image of the signature',
  seal: 'Image of the seal',
  noImage: 'There is no image. Documents say ĐÃ KÝ SỐ in its place.',
  noSeal: 'There is no image of the seal. It is not shown on documents.',
  imageHelp: 'A PNG, blue on transparent ground, at most 1 MB.',
  sealHelp: 'A PNG, red on transparent ground, at most 1 MB.',
  chooseImage: 'Choose an image',
  certificate: 'Certificate',
  noCertificate: 'There is no certificate; nothing can be signed. Please tell the administrator.',
  subject: 'Subject',
  issuer: 'Issuer',
  serialNumber: 'Serial number',
  valid: (from: string, until: string) => `${from} – ${until}`,
  validity: 'Valid',
  stateName: 'State',
  state: {
    valid: () => 'Valid',
    expiring: (daysLeft) => `${counted(daysLeft, 'day')} left. Please ask for a new certificate.`,
    notYetValid: () => 'Not valid yet',
    expired: () => 'Expired; it cannot sign',
    revoked: () => 'Revoked; it cannot sign',
  },
  keptInName: 'Key',
  keptIn: { kms: 'AWS KMS', secret: 'PKCS#12 file' },
  request: 'Make a certificate request',
  requestFile: (name: string) => `Certificate request ${name}.csr`,
  requestHelp: 'Send this file to the authority, then enter the certificate that comes back.',
  enrol: 'Enter the certificate',
  enrolHelp: 'Choose the PEM file: the holder’s certificate first, then those above it.',
  enrolled: 'The certificate is entered. This key signs from now on.',
  revoke: 'Revoke',
  revokeQuestion: 'Revoke this certificate? Nobody signs with it any more; what is signed stays.',
};
