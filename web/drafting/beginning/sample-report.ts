// With what does a report begin that begins with the model document? With its words, on the paper of one's own office, for its own signer.
import type { Me, OrganizationView, PersonView } from '../../../functions/contracts/views.ts';
import { symbolOf } from '../../../functions/domain/content/document-type.ts';
import type {
  RecipientLine,
  ReportContent,
} from '../../../functions/domain/content/report-content.ts';

/** Who signs is known to the office alone; where it does not say, the drafter fills it in. */
const NOBODY = { authority: null, titles: [''], name: '' };

/** The model document of 2023, for this office. Whom this directory does not know stands on the paper only. */
export const sampleFor = async (
  { organization }: Pick<Me, 'organization'>,
  people: readonly PersonView[],
  organizations: readonly OrganizationView[],
): Promise<ReportContent> => {
  const sample = (await import('../../sample-report.json')).default as unknown as ReportContent;
  const { superiorLine, agencyLines, place, abbreviation, settings } = organization;
  const signer = settings.chain.at(-1)?.people[0];
  const known = new Set(organizations.map(({ id }) => id));
  const lines = (all: RecipientLine[]) =>
    all.map(
      (line): RecipientLine =>
        line.organizationId === null || known.has(line.organizationId)
          ? line
          : { ...line, organizationId: null, means: 'nameOnly' },
    );
  return {
    ...sample,
    superiorLine,
    agencyLines,
    place,
    symbol: symbolOf(sample.type, abbreviation),
    addressees: lines(sample.addressees),
    recipients: lines(sample.recipients),
    signature: people.find(({ id }) => id === signer)?.signatureBlock ?? NOBODY,
  };
};
