// What is said of a file's signatures? In one sentence first, then whether it is the issued file, then signer by signer.
import { Group, Stack, Text, Title } from '@mantine/core';
import type {
  SignatureView,
  VerificationView,
} from '../../functions/contracts/verification-view.ts';
import type { FileView } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { Card } from '../parts/card.tsx';
import { Facts, Hash } from '../parts/facts.tsx';
import { Notice } from '../parts/notice.tsx';
import { Tag } from '../parts/tag.tsx';
import { momentOf, writtenDay } from '../parts/time.ts';
import { words } from '../words/words.ts';
import styles from './judgement.module.css';

const verification = words.verification;

const TONES = { valid: 'good', invalid: 'bad', cannotJudge: 'warn' } as const;

/** Names come from strangers' files: a right-to-left mark in one must not turn what stands beside it. */
const Named = ({ name }: { name: string }) => <bdi>{name}</bdi>;

/** What is wrong by its code, or the sentence for what is right. */
const said = <Code extends string>(
  judgement: { verdict: 'valid' } | { verdict: 'invalid' | 'cannotJudge'; because: Code },
  right: string,
  wrong: Record<Code, string>,
): string => (judgement.verdict === 'valid' ? right : wrong[judgement.because]);

/** Is this very file one that was issued here? */
export const IssuedNote = ({ file }: { file: FileView }) => {
  if (!file.known) return <Notice tone="quiet">{verification.unknown}</Notice>;
  const { role, organizationName, number, symbol, date } = file;
  const say = verification.known[role];
  return (
    <Notice tone={role === 'docx' ? 'warn' : 'good'}>
      {say(organizationName, printedNumber(number, symbol), writtenDay(date))}
      {role === 'attachment' && (
        <Text size="sm" mt="xs">
          {verification.attachmentIsNot}
        </Text>
      )}
    </Notice>
  );
};

const timeOf = ({ provenTime, claimedTime }: SignatureView): string => {
  if (provenTime !== null) return verification.proven(momentOf(provenTime));
  return claimedTime === null ? verification.noTime : verification.claimed(momentOf(claimedTime));
};

const timestampOf = ({ timestamp }: SignatureView): string | null => {
  if (timestamp === null) return null;
  const authority = timestamp.authority?.commonName ?? verification.nobody;
  return timestamp.trust.verdict === 'valid'
    ? authority
    : verification.untrustedTimestamp(authority, said(timestamp.trust, '', verification.trust));
};

const coverageOf = ({ coversWholeFile, integrity }: SignatureView): string => {
  if (coversWholeFile) return verification.coversWholeFile;
  return integrity.verdict === 'invalid' ? verification.coversNothing : verification.coversEarlier;
};

const changesOf = ({ changes, changesAllowed }: SignatureView): string => {
  const what = changes
    .map(({ kind, count }) => verification.counted(count, verification.change[kind]))
    .join(', ');
  if (changesAllowed.verdict === 'valid')
    return what === '' ? verification.noChange : verification.allowed(what);
  return [what, verification.changesAllowed[changesAllowed.because]].filter(Boolean).join(': ');
};

const revocationOf = ({ revocation: { judgement, saidAt } }: SignatureView): string =>
  said(
    judgement,
    verification.notRevoked(saidAt === null ? '' : momentOf(saidAt)),
    verification.revocation,
  );

const Details = ({ signature }: { signature: SignatureView }) => {
  const { kind, signer, algorithm, reason, permission, verdict } = signature;
  return (
    <details className={styles.details} open={verdict !== 'valid'}>
      <summary>{verification.details}</summary>
      <Facts
        facts={{
          [verification.integrityName]: said(
            signature.integrity,
            verification.intact,
            verification.integrity,
          ),
          [verification.trustName]: said(signature.trust, verification.trusted, verification.trust),
          [verification.revocationName]: revocationOf(signature),
          [verification.coverageName]: coverageOf(signature),
          [verification.changesName]: changesOf(signature),
          [verification.permissionName]: permission && verification.permission[permission],
          [verification.kindName]: verification.kind[kind],
          [verification.timestamp]: timestampOf(signature),
          [verification.algorithm]:
            algorithm && (algorithm.weak ? verification.weak(algorithm.name) : algorithm.name),
          [verification.reason]: reason && <Named name={reason} />,
          [verification.serialNumber]: signer && <Hash value={signer.serialNumber} />,
        }}
      />
    </details>
  );
};

const Signature = ({ signature }: { signature: SignatureView }) => {
  const { signer, verdict } = signature;
  return (
    <li>
      <Card>
        <Group justify="space-between" align="flex-start" mb="xs" wrap="nowrap">
          <Title order={3} size="h5">
            <Named name={signer?.commonName || verification.nobody} />
          </Title>
          <Tag tone={TONES[verdict]}>{verification.verdict[verdict]}</Tag>
        </Group>
        <Facts
          facts={{
            [verification.organization]: signer?.organization ? (
              <Named name={signer.organization} />
            ) : null,
            [verification.time]: timeOf(signature),
            [verification.issuer]: signer && <Named name={signer.issuer} />,
          }}
        />
        <Details signature={signature} />
      </Card>
    </li>
  );
};

/** What happened, in one sentence: a broken signature says so itself. */
export const whyNot = ({ file, signatures }: VerificationView): string | null => {
  if (file.verdict === 'valid') return null;
  const broken = signatures.find(({ integrity }) => integrity.verdict === 'invalid')?.integrity;
  return file.because === 'signature_invalid' && broken?.verdict === 'invalid'
    ? verification.integrity[broken.because]
    : verification.file[file.because];
};

export const Verdict = ({ found }: { found: VerificationView }) => (
  <Notice tone={TONES[found.file.verdict]} role="status" title={verification[found.file.verdict]}>
    {whyNot(found)}
  </Notice>
);

export const Signatures = ({
  signatures,
  moreSignatures,
}: Pick<VerificationView, 'signatures' | 'moreSignatures'>) => (
  <>
    <ul className={styles.signatures}>
      {Object.entries(signatures).map(([place, signature]) => (
        <Signature key={place} signature={signature} />
      ))}
    </ul>
    {moreSignatures > 0 && <Text size="sm">{verification.more(moreSignatures)}</Text>}
  </>
);

/** A file that went with a document need not be signed itself: what it is comes first, and what its own signatures say after it. */
const Attached = ({ found }: { found: VerificationView }) => {
  const isUnsigned = found.file.verdict === 'invalid' && found.file.because === 'no_signature';
  return (
    <Stack gap="sm" role={isUnsigned ? 'status' : undefined}>
      <IssuedNote file={found.issued} />
      {isUnsigned ? (
        <Text size="sm">{verification.attachmentUnsigned}</Text>
      ) : (
        <>
          <Text size="sm">
            {found.signatures.length > 0
              ? verification.attachmentSigned
              : verification.attachmentUnjudged}
          </Text>
          <Verdict found={found} />
          <Signatures {...found} />
        </>
      )}
    </Stack>
  );
};

export const Judgement = ({ found }: { found: VerificationView }) =>
  found.issued.known && found.issued.role === 'attachment' ? (
    <Attached found={found} />
  ) : (
    <Stack gap="sm">
      <Verdict found={found} />
      <IssuedNote file={found.issued} />
      <Signatures {...found} />
    </Stack>
  );
