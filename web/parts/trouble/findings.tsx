// What has the check found, for whoever decides and does not write? By kind, folded: how many of each, and where on the paper.
import type { KeptFinding, Path } from '../../../functions/domain/content/finding.ts';
import { words } from '../../words/words.ts';
import { Tag } from '../tag.tsx';
import { sentenceOf, toldOnce } from './finding-line.tsx';
import styles from './findings.module.css';
import { Why } from './why.tsx';

const said = words.editor.findings;

type Show = (finding: KeptFinding) => void;
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

/** The places of the same sentence: each a press, where it can be seen on the paper. */
const Places = ({ findings, show }: { findings: KeptFinding[]; show: Show | undefined }) => {
  const places = findings.flatMap((finding) => {
    const place = placeOf(finding.path);
    return place === null ? [] : [{ finding, place }];
  });
  if (!show)
    return <span className={styles.places}>{places.map(({ place }) => place).join(', ')}</span>;
  return places.map(({ finding, place }) => (
    <button
      key={finding.path.join(' ')}
      type="button"
      className={styles.place}
      aria-label={said.show(place)}
      onClick={() => show(finding)}
    >
      {place}
    </button>
  ));
};

const Kind = ({ findings, show }: { findings: KeptFinding[]; show: Show | undefined }) => {
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
              <Places findings={findings.filter(({ vi }) => vi === finding.vi)} show={show} />
            </li>
          ))}
        </ul>
        <Why rule={first.finding.rule} />
      </details>
    </li>
  );
};

export const Findings = ({
  findings,
  show,
}: {
  findings: readonly KeptFinding[];
  /** Leads to the place on the paper that lies beside it. */
  show?: Show;
}) => (
  <details className={styles.findings}>
    <summary>
      <Tag tone={findings.some(({ severity }) => severity === 'error') ? 'bad' : 'warn'}>
        {words.decision.warnings(findings.length)}
      </Tag>
    </summary>
    <ul className={styles.kinds}>
      {kindsOf(findings).map((kind) => (
        <Kind key={kind[0]?.rule} findings={kind} show={show} />
      ))}
    </ul>
  </details>
);
