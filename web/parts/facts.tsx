// How are a few facts about one thing set out? As names and values.
import { Fragment, type ReactNode } from 'react';
import styles from './facts.module.css';

/** Facts that are null are left out. */
export const Facts = ({ facts }: { facts: Record<string, ReactNode> }) => (
  <dl className={styles.facts}>
    {Object.entries(facts).map(
      ([name, value]) =>
        value !== null && (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ),
    )}
  </dl>
);

/** A hash, to be compared by eye or copied. */
export const Hash = ({ value }: { value: string }) => <code className={styles.hash}>{value}</code>;
