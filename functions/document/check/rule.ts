// What is a rule of the decree's check? A name, by which its clause is known, and a look at the content that says what is wrong where.
import type { RuleName } from '../../domain/content/clause.ts';
import type { Finding, Patch, Path } from '../../domain/content/finding.ts';
import type { ReportContent, SignatureBlock } from '../../domain/content/report-content.ts';
import { type Passage, type PassageKind, passagesIn, replacing } from './passages.ts';

/** What the content alone does not tell. */
export interface Facts {
  /** `YYYY-MM-DD`, in Việt Nam. */
  readonly today: string;
  /** The agency's own abbreviation in symbols, `UBND`; null where nobody knows it. */
  readonly abbreviation: string | null;
  /** How the directory has whoever signs at the end printed; null where nobody knows who will. */
  readonly signer: SignatureBlock | null;
  /** Organizations that recipients mean and that exist no more, with the one that follows them. */
  readonly closed: Readonly<
    Record<
      string,
      { readonly name: string; readonly successor: { id: string; name: string } | null }
    >
  >;
}

/** What a rule says of one place. */
export interface Remark {
  readonly path: Path;
  readonly vi: string;
  readonly en: string;
  readonly fix?: Patch[] | null;
}

export interface Rule {
  readonly id: RuleName;
  readonly severity: Finding['severity'];
  readonly look: (content: ReportContent, facts: Facts) => Remark[];
}

/** A rule that warns. */
export const warns = (id: RuleName, look: Rule['look']): Rule => ({
  id,
  severity: 'warning',
  look,
});

/** A rule that warns of every match of a pattern in the passages of some kinds. */
export const warnsOf = (
  id: RuleName,
  rule: {
    /** Kinds of passages to look at; all, where none are named. */
    readonly kinds?: readonly PassageKind[];
    /** Global, and linear in the length of the text: no nested repetition. */
    readonly find: RegExp;
    readonly unless?: (match: RegExpExecArray, passage: Passage) => boolean;
    readonly vi: (match: RegExpExecArray) => string;
    readonly en: (match: RegExpExecArray) => string;
    /** What the match should be; null where only its author knows. */
    readonly by?: (match: RegExpExecArray, passage: Passage) => string | null;
  },
): Rule =>
  warns(id, (content) =>
    passagesIn(content)
      .filter(({ kind }) => rule.kinds?.includes(kind) ?? true)
      .flatMap((passage) =>
        [...passage.text.matchAll(rule.find)]
          .filter((match) => !rule.unless?.(match, passage))
          .map((match) => {
            const by = rule.by?.(match, passage) ?? null;
            return {
              path: passage.path,
              vi: rule.vi(match),
              en: rule.en(match),
              fix: by === null ? null : replacing(passage, match.index, match[0].length, by),
            };
          }),
      ),
  );
