// What stands below a form? Its press, whether it was saved, and what was wrong.
import { Button, Group, List } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldPath } from '../api/problem.ts';
import { Notice } from '../parts/notice.tsx';
import { PlainForm } from '../parts/plain-form.tsx';
import { FieldProblems, fieldsOf, worded } from '../parts/trouble/field-problems.ts';
import { Trouble } from '../parts/trouble/outcome.tsx';
import type { RefusedPress } from '../words/vi/refused.ts';
import { words } from '../words/words.ts';
import styles from './form.module.css';

/** What a form calls its fields, by the first step of their paths; what lies within is called by its own name. */
type FieldNames = Readonly<Record<string, string>>;

const named =
  (names: FieldNames) =>
  (path: FieldPath): string => {
    const known = path.filter((step) => typeof step === 'string' && step in names);
    const line = path.at(-1);
    const name = names[String(known.at(-1) ?? '')] ?? String(path[0] ?? '');
    return typeof line === 'number' ? words.fields.line(name, line + 1) : name;
  };

/** As much of a mutation as a form shows. */
export type Save = { isPending: boolean; isSuccess: boolean; error: unknown };

export const Form = ({
  name,
  names,
  save,
  of,
  onSave,
  press = words.administration.save,
  others,
  children,
}: {
  name: string;
  names: FieldNames;
  save: Save;
  /** Which press may be refused. */
  of: RefusedPress;
  onSave: () => void;
  press?: string;
  /** Other presses beside. */
  others?: ReactNode;
  children: ReactNode;
}) => {
  const problems = worded(fieldsOf(save.error), named(names));
  return (
    <FieldProblems value={problems}>
      <PlainForm aria-label={name} className={styles.form} onSend={onSave}>
        {children}
        {save.error ? <Trouble error={save.error} of={of} /> : null}
        {/* Also of what has no field of its own, such as too many steps. */}
        {problems.length > 0 && (
          <List size="sm">
            {problems.map(({ path, words: sentence }) => (
              <List.Item key={`${path.join('.')} ${sentence}`}>{sentence}</List.Item>
            ))}
          </List>
        )}
        {save.isSuccess && (
          <Notice tone="good" role="status">
            {words.administration.saved}
          </Notice>
        )}
        <Group gap="sm">
          <Button type="submit" loading={save.isPending}>
            {press}
          </Button>
          {others}
        </Group>
      </PlainForm>
    </FieldProblems>
  );
};
