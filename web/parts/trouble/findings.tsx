// What has the check found, for whoever decides and does not write? By kind, folded: how many of each, and where on the paper.
import type { KeptFinding, Path } from '../../../functions/domain/content/finding.ts';
import { words } from '../../words/words.ts';
import { Tag } from '../tag.tsx';
import { sentenceOf, toldOnce } from './finding-line.tsx';
import styles from './findings.module.css';
import { Why } from './why.tsx';

const said = words.editor.findings;
const { parts } = words.changes;

const isPart = (step: Path[number] | undefined): step is keyof typeof parts =>
  typeof step === 'string' && step in parts;

/** A part of the document; of the text which passage. */
const placeOf = ([part, at]: Path): string | null => {
  if (!isPart(part)) return null;
  return part === 'blocks' && typeof at === 'number'
    ? words.correction.passage(at + 1)
    : parts[part];
};

/** The gravest first; a kind is a rule of the check. */
const kindsOf = (findings: readonly KeptFinding[]) =>
  [...Map.groupBy(findings, ({ rule, severity }) => `${severity} ${rule}`).values()].toSorted(
    ([one], [other]) => Number(other?.severity === 'error') - Number(one?.severity === 'error'),
  );

const Kind = ({ findings }: { findings: KeptFinding[] }) => {
  const told = toldOnce(findings);
  const [first] = told;
  if (!first) return null;
  return (
    <li>
      <details>
        <summary>
          {told.length > 1
            ? `${sentenceOf(first.finding, 1)} ${said.andMore(findings.length - 1)}`
            : sentenceOf(first.finding, first.places)}
        </summary>
        <ul>
          {told.map(({ finding }) => (
            <li key={finding.vi}>
              {told.length > 1 && sentenceOf(finding, 1)}{' '}
              <span className={styles.places}>
                {findings
                  .filter(({ vi }) => vi === finding.vi)
                  .flatMap(({ path }) => placeOf(path) ?? [])
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
        <Why rule={first.finding.rule} />
      </details>
    </li>
  );
};

export const Findings = ({ findings }: { findings: readonly KeptFinding[] }) => (
  <details className={styles.findings}>
    <summary>
      <Tag tone={findings.some(({ severity }) => severity === 'error') ? 'bad' : 'warn'}>
        {words.decision.warnings(findings.length)}
      </Tag>
    </summary>
    <ul className={styles.kinds}>
      {kindsOf(findings).map((kind) => (
        <Kind key={kind[0]?.rule} findings={kind} />
      ))}
    </ul>
  </details>
);
