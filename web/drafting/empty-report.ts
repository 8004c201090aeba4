// What does the office already know of a new report? Its own head, place and symbol.
import type { Me } from '../../functions/contracts/views.ts';
import { symbolOf } from '../../functions/domain/document-type.ts';
import type { ReportContent } from '../../functions/domain/report-content.ts';

/** One empty paragraph waits for the first words; who signs is filled in by the drafter. */
export const emptyReport = (organization: Me['organization']): ReportContent => ({
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
  signature: { authority: null, titles: [''], name: '' },
});
