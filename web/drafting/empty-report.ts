// What does the office already know of a new report? Its own head, place and symbol.
import type { Me, PersonView } from '../../functions/contracts/views.ts';
import { symbolOf } from '../../functions/domain/document-type.ts';
import type { ReportContent, SignatureBlock } from '../../functions/domain/report-content.ts';

/** Nobody is known to sign: the drafter fills it in. */
const NOBODY: SignatureBlock = { authority: null, titles: [''], name: '' };

/** Who signs at the end of the office's own chain, as he is printed. One empty paragraph waits for the first words. */
export const emptyReport = (
  { settings, ...organization }: Me['organization'],
  people: PersonView[],
): ReportContent => {
  const signer = settings.chain.at(-1)?.people[0];
  return {
    type: 'baoCao',
    superiorLine: organization.superiorLine,
    agencyLines: organization.agencyLines,
    symbol: symbolOf('baoCao', organization.abbreviation),
    place: organization.place,
    subject: '',
    addressees: [],
    blocks: [{ kind: 'paragraph', runs: [{ text: '' }] }],
    recipients: [],
    archive: 'Lưu: VT',
    signature: people.find(({ id }) => id === signer)?.signatureBlock ?? NOBODY,
  };
};
