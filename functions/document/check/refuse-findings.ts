// Which findings keep a report from being submitted or signed? Errors always; warnings until somebody has accepted them.
import type { Finding } from '../../domain/content/finding.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { Refusal, type RefusalCode } from '../../domain/refusal.ts';
import { checkReport } from './check-report.ts';
import { COMPULSORY } from './compulsory.ts';
import type { Facts } from './rule.ts';

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
