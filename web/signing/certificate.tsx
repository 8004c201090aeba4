// Whose certificate is it, until when, and can it sign? In facts that people can compare with the paper they got.
import { Text } from '@mantine/core';
import type { CertificateView } from '../../functions/contracts/views.ts';
import { Facts } from '../parts/facts.tsx';
import { dayOf } from '../parts/time.ts';
import { words } from '../words/words.ts';

const signing = words.signing;

export const Certificate = ({ certificate }: { certificate: CertificateView | null }) => {
  if (certificate === null) return <Text>{signing.noCertificate}</Text>;
  const { commonName, issuer, serialNumber, validFrom, validUntil, state, daysLeft } = certificate;
  return (
    <Facts
      facts={{
        [signing.stateName]: (
          <Text inherit span fw={state === 'valid' ? undefined : 600}>
            {signing.state[state](daysLeft)}
          </Text>
        ),
        [signing.subject]: commonName,
        [signing.issuer]: issuer,
        [signing.validity]: signing.valid(dayOf(validFrom), dayOf(validUntil)),
        [signing.serialNumber]: <code>{serialNumber}</code>,
      }}
    />
  );
};
