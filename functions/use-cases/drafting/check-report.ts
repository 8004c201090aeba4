// Does a report keep the rules of the decree? Asked while it is written, when it is submitted, and before it is signed.
import { checkReport } from '../../document/check/check-report.ts';
import { COMPULSORY } from '../../document/check/compulsory.ts';
import type { Facts } from '../../document/check/rule.ts';
import type { Finding } from '../../domain/finding.ts';
import type { OrganizationId, ReportId } from '../../domain/ids.ts';
import { officeDayOf } from '../../domain/office-calendar.ts';
import { isValidAt, type Organization } from '../../domain/organization.ts';
import { Refusal, type RefusalCode } from '../../domain/refusal.ts';
import type { ReportContent, SignatureBlock } from '../../domain/report-content.ts';
import { signatureOf } from '../reading/chain-people.ts';
import { findFrozen, findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** The organizations that the words mean, of whom the directory knows. */
export type Meant = ReadonlyMap<OrganizationId, Organization>;

/** What the directory knows of those whom the report means; at most 150 recipients are asked for, each once. */
export const meantBy = async (
  { directory }: Needs<'directory'>,
  { addressees, recipients }: ReportContent,
): Promise<Meant> => {
  const ids = new Set(
    [...addressees, ...recipients].flatMap(({ organizationId }) => organizationId ?? []),
  );
  const known = await Promise.all([...ids].map((id) => directory.organization(id)));
  return new Map(known.flatMap((one) => (one ? [[one.id, one] as const] : [])));
};

const closedAmong = async (
  { directory }: Needs<'directory'>,
  meant: Meant,
  at: string,
): Promise<Facts['closed']> => {
  const closed = [...meant.values()].filter((organization) => !isValidAt(organization, at));
  const facts = await Promise.all(
    closed.map(async ({ id, name, successorId }) => {
      const successor = successorId ? await directory.organization(successorId) : null;
      return [id, { name, successor: successor && { id: successor.id, name: successor.name } }];
    }),
  );
  return Object.fromEntries(facts);
};

/** What the rules find in these words today, with what the directory knows of those meant and of who signs at the end. */
export const findingsIn = async (
  world: Needs<'directory'>,
  content: ReportContent,
  { organization: { abbreviation }, at }: Caller,
  { meant, signer }: { meant: Meant; signer: SignatureBlock | null },
): Promise<Finding[]> =>
  checkReport(content, {
    today: officeDayOf(at),
    abbreviation,
    closed: await closedAmong(world, meant, at),
    signer,
  });

/** Refusal: report_not_found. The revision says which words they belong to. */
export const checkDraft = async (
  world: Needs<'records' | 'directory'>,
  caller: Caller,
  reportId: ReportId,
): Promise<{ revision: number; findings: Finding[] }> => {
  const report = await findOwnReport(world, caller, reportId);
  const isDraft = report.status === 'draft';
  const content = isDraft ? report.content : await findFrozen(world, report.submissionId);
  // What was submitted bears the signer as he was then.
  const [signer, meant] = await Promise.all([
    isDraft ? signatureOf(world, caller.organization.settings.chain) : null,
    meantBy(world, content),
  ]);
  const findings = await findingsIn(world, content, caller, { meant, signer });
  return { revision: report.revision, findings };
};

/** The refusal of an error: something is not filled in, unless it is one of these. */
const CODE_OF_RULE: Readonly<Record<string, RefusalCode>> = {
  'secret-document': 'document_secret',
  'unprintable-text': 'text_unprintable',
};

const refuse = (code: RefusalCode, findings: readonly Finding[]): never => {
  throw new Refusal(code, {
    fields: findings.map(({ path, vi, en }) => ({
      path: ['content', ...path],
      message: en,
      wrong: { what: 'found', vi, en },
    })),
  });
};

/**
 * Refusals: document_secret, text_unprintable, input_invalid naming each compulsory part that is missing (Article 8), each
 * blank that a template left, and each line of the signature that is not its signer's.
 */
export const requireNoError = (findings: readonly Finding[]): void => {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const code = CODE_OF_RULE[errors[0]?.rule ?? ''] ?? 'input_invalid';
  if (errors.length > 0) refuse(code, errors);
};

/** Of compulsory parts the content alone tells. */
const NO_FACTS: Facts = { today: '', abbreviation: null, closed: {}, signer: null };

/** Whatever was let stand: nobody signs what lacks a part, is secret or cannot be printed. Refusals: those of `requireNoError`. */
export const requireComplete = (content: ReportContent): void =>
  requireNoError(checkReport(content, NO_FACTS, COMPULSORY));

/** Refusal: findings_open naming what warns and was not passed over knowingly. */
export const requirePassedOver = (
  findings: readonly Finding[],
  passedOver: readonly string[],
): void => {
  const open = findings.filter(
    ({ severity, rule }) => severity === 'warning' && !passedOver.includes(rule),
  );
  if (open.length > 0) refuse('findings_open', open);
};
