// What does an office lack before its first report? Asked of the directory, the registers and the deployment at this moment.
import { sha256 } from '../../domain/canonical-hash.ts';
import { DocumentType } from '../../domain/content/document-type-schema.ts';
import { type ChecklistLine, checklistOf } from '../../domain/directory/checklist.ts';
import type { KeyReference, Organization } from '../../domain/directory/organization.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Series } from '../../domain/issued/register.ts';
import { officeDayOf, yearOf } from '../../domain/office-calendar.ts';
import { certificatesIn } from '../../signing/certificate-pem.ts';
import type { Needs } from '../world.ts';

type ChecklistWorld = Needs<'registers' | 'directory' | 'trust' | 'installation'>;

/** Whether its certificate may sign today. */
const signsAt = (
  key: KeyReference | null,
  { settings }: Organization,
  at: Instant,
): key is KeyReference => {
  const [certificate] = (key && certificatesIn(key.certificatePem)) ?? [];
  if (certificate === undefined) return false;
  const now = Date.parse(at);
  return (
    certificate.validFromDate.getTime() <= now &&
    now <= certificate.validToDate.getTime() &&
    !settings.revokedCertificates.includes(sha256(certificate.raw))
  );
};

/** Whether any register of this year is open; the numbers of each type are read at once. */
const hasRegister = async (
  { registers }: Needs<'registers'>,
  { id, settings }: Organization,
  at: Instant,
): Promise<boolean> => {
  const series: Series[] = settings.series === 'allTypes' ? ['all'] : DocumentType.options;
  const year = yearOf(officeDayOf(at));
  const counters = await Promise.all(series.map((one) => registers.counter(id, year, one)));
  return counters.some((counter) => counter !== null);
};

export const checkOffice = async (
  world: ChecklistWorld,
  organization: Organization,
  at: Instant,
): Promise<ChecklistLine[]> => {
  const { directory, trust, installation } = world;
  const [people, { anchors }, isOpen, mailLeaves] = await Promise.all([
    directory.people(organization.id),
    trust.trusted(),
    hasRegister(world, organization, at),
    installation.mailLeaves(),
  ]);
  const holders = [
    { id: organization.id, key: organization.sealKey },
    ...people.map(({ id, signingKey }) => ({ id, key: signingKey })),
  ];
  const signing = holders.filter(({ key }) => signsAt(key, organization, at)).map(({ id }) => id);
  return checklistOf({
    organization,
    people,
    at,
    signing: new Set(signing),
    isTrusting: anchors.length > 0,
    hasRegister: isOpen,
    mailLeaves,
    provesTime: installation.provesTime,
  });
};
