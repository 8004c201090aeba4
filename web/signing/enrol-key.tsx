// How does an administrator get a holder's key a certificate, or take one out of use? Request, file, or revocation.
import { Button, FileButton, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { KeyHolderView } from '../../functions/contracts/views.ts';
import { KeptIn } from '../../functions/domain/directory/key-holder.ts';
import { enrolCertificate, revokeCertificate, wantCertificate } from '../api/enrolment.ts';
import { usePress } from '../api/press.ts';
import { Confirm } from '../parts/ask.tsx';
import { Notice } from '../parts/notice.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';

const signing = words.signing;

/** A request is a small text; the browser keeps it as a file. */
const keepAsFile = (text: string, fileName: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/pkcs10' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
};

const END = '-----END CERTIFICATE-----';

/** The first certificate of a file is the holder's, the others those above it. */
const splitPem = (text: string): { certificatePem: string; chainPem: string } => {
  const end = text.indexOf(END) + END.length;
  return { certificatePem: text.slice(0, end), chainPem: text.slice(end) };
};

const Revoke = ({ certificate }: { certificate: string }) => {
  const [isAsking, setAsking] = useState(false);
  const revoke = usePress(
    (_: null, key) => revokeCertificate({ certificate }, key),
    () => setAsking(false),
  );
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {signing.revoke}
      </Button>
      <Confirm
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={signing.revoke}
        press={signing.revoke}
        onPress={() => revoke.mutate(null)}
        isPressed={revoke.isPending}
        error={revoke.error}
        of="key"
        isGrave
      >
        <Text>{signing.revokeQuestion}</Text>
      </Confirm>
    </>
  );
};

export const EnrolKey = ({ keyHolder }: { keyHolder: KeyHolderView }) => {
  const { holder, name, certificate } = keyHolder;
  const [keptIn, setKeptIn] = useState(keyHolder.keptIn ?? 'kms');
  const request = usePress(
    (_: null, key) => wantCertificate({ holder }, key),
    ({ requestPem }) => {
      keepAsFile(requestPem, signing.requestFile(name));
      setKeptIn('kms');
    },
  );
  const enrol = usePress((pem: string, key) =>
    enrolCertificate({ holder, keptIn, ...splitPem(pem) }, key),
  );
  const enrolFrom = async (file: File | null) => {
    if (file) enrol.mutate(await file.text());
  };
  return (
    <Stack gap="xs">
      <Radio.Group
        label={signing.keptInName}
        value={keptIn}
        onChange={(value) => setKeptIn(KeptIn.parse(value))}
      >
        <Group gap="lg" mt={4}>
          {KeptIn.options.map((place) => (
            <Radio key={place} value={place} label={signing.keptIn[place]} />
          ))}
        </Group>
      </Radio.Group>
      <Group gap="sm">
        <Button variant="default" loading={request.isPending} onClick={() => request.mutate(null)}>
          {signing.request}
        </Button>
        <FileButton accept=".pem,.crt,.cer" onChange={(file) => void enrolFrom(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={enrol.isPending}>
              {signing.enrol}
            </Button>
          )}
        </FileButton>
        {certificate && certificate.state !== 'revoked' && (
          <Revoke certificate={certificate.sha256} />
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {request.isSuccess ? signing.requestHelp : signing.enrolHelp}
      </Text>
      {enrol.isSuccess && (
        <Notice tone="good" role="status">
          {signing.enrolled}
        </Notice>
      )}
      {request.error && <Trouble error={request.error} of="key" />}
      {enrol.error && <Trouble error={enrol.error} of="key" />}
    </Stack>
  );
};
