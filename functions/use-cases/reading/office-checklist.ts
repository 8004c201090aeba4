// What does an office lack before its first report? Asked of the directory, the registers and the deployment at this moment.
import { sha256 } from '../../domain/canonical-hash.ts';
import { DocumentType } from '../../domain/content/document-type-schema.ts';
import { type ChecklistLine, checklistOf } from '../../domain/directory/checklist.ts';
import type { KeyReference, Organization } from '../../domain/directory/organization.ts';
import type { Instant } from '../../domain/ids.ts';
import { openingOf, type Series } from '../../domain/issued/register.ts';
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

/** The numbers of each type are read at once, with those of the year before. */
const registersOf = async (
  { registers }: Needs<'registers'>,
  { id, settings }: Organization,
  at: Instant,
): Promise<{ series: Series; isKnown: boolean }[]> => {
  const all: Series[] = settings.series === 'allTypes' ? ['all'] : DocumentType.options;
  const year = yearOf(officeDayOf(at));
  const used = await Promise.all(
    all.map(async (series) => {
      const [present, last] = await Promise.all([
        registers.counter(id, year, series),
        registers.counter(id, year - 1, series),
      ]);
      return openingOf(series, { present, last });
    }),
  );
  return used.filter((one) => one !== null);
};

export const checkOffice = async (
  world: ChecklistWorld,
  organization: Organization,
  at: Instant,
): Promise<ChecklistLine[]> => {
  const { directory, trust, installation } = world;
  const [people, { anchors }, registers, mailLeaves] = await Promise.all([
    directory.people(organization.id),
    trust.trusted(),
    registersOf(world, organization, at),
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
    registers,
    mailLeaves,
    provesTime: installation.provesTime,
  });
};
