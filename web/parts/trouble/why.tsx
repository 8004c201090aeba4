// Why is this a warning? One press shows the clause that asks for it, where the warning stands.
import { lazy, Suspense, useState } from 'react';
import { words } from '../../words/words.ts';
import { Loading } from './loading.tsx';
import styles from './why.module.css';

// Most findings explain themselves: whoever asks waits for the clauses, nobody else does.
const Clause = lazy(async () => ({ default: (await import('./clause.tsx')).Clause }));

export const Why = ({ rule }: { rule: string }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.why} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.help.why.press}</summary>
      {isOpen && (
        <div className={styles.clause}>
          <Suspense fallback={<Loading />}>
            <Clause rule={rule} />
          </Suspense>
        </div>
      )}
    </details>
  );
};
