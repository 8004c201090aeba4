// What stands below a form? Its press, whether it was saved, and what was wrong.
import { Alert, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { FieldProblems, fieldsOf } from '../pieces/field-problems.ts';
import { Trouble } from '../pieces/outcome.tsx';
import { words } from '../words/words.ts';
import styles from './form.module.css';

/** As much of a mutation as a form shows. */
export type Save = { isPending: boolean; isSuccess: boolean; error: unknown };

export const Form = ({
  name,
  save,
  onSave,
  press = words.administration.save,
  others,
  children,
}: {
  name: string;
  save: Save;
  onSave: () => void;
  press?: string;
  /** Other presses beside. */
  others?: ReactNode;
  children: ReactNode;
}) => (
  <FieldProblems value={fieldsOf(save.error)}>
    <form
      aria-label={name}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      {save.error ? <Trouble error={save.error} /> : null}
      {save.isSuccess && (
        <Alert color="green" role="status">
          {words.administration.saved}
        </Alert>
      )}
      <Group gap="sm">
        <Button type="submit" loading={save.isPending}>
          {press}
        </Button>
        {others}
      </Group>
    </form>
  </FieldProblems>
);
