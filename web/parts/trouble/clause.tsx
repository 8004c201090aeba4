// Which clause of Decree 30/2020 is behind a finding, what does it ask for, and where does one read it?
import { type Clause as Name, SOURCE_OF } from '../../../functions/domain/content/clause.ts';
import { clauses } from '../../words/clauses.ts';
import { words } from '../../words/words.ts';
import styles from './why.module.css';

const said = words.help.why;

/** The Government's own collection of legal documents. */
const WHERE_TO_READ = 'https://vanban.chinhphu.vn';

export const Clause = ({ clause }: { clause: Name }) => {
  const source = SOURCE_OF[clause];
  const isOfDecree = source !== 'house';
  return (
    <>
      <p className={styles.source}>
        {isOfDecree ? words.editor.findings.decree(source) : words.editor.findings.house}
      </p>
      <p>{clauses[clause]}</p>
      {isOfDecree && (
        <p>
          {said.whole}{' '}
          <a href={WHERE_TO_READ} target="_blank" rel="noreferrer">
            {said.where}
          </a>
        </p>
      )}
    </>
  );
};
