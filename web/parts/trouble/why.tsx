// Why is this a warning? One press shows the clause that asks for it, where the warning stands.
import { lazy, Suspense, useState } from 'react';
import { clauseOf } from '../../../functions/domain/content/clause.ts';
import { words } from '../../words/words.ts';
import { Loading } from './loading.tsx';
import styles from './why.module.css';

// Most findings explain themselves: whoever asks waits for the clauses, nobody else does.
const Clause = lazy(async () => ({ default: (await import('./clause.tsx')).Clause }));

/** Nothing where there is no clause: what could not be saved or sent says itself why, and rules of earlier days are told no more. */
export const Why = ({ rule }: { rule: string }) => {
  const [isOpen, setOpen] = useState(false);
  const clause = clauseOf(rule);
  if (clause === null) return null;
  return (
    <details className={styles.why} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.help.why.press}</summary>
      {isOpen && (
        <div className={styles.clause}>
          <Suspense fallback={<Loading />}>
            <Clause clause={clause} />
          </Suspense>
        </div>
      )}
    </details>
  );
};
