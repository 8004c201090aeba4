// How is a field of the paper filled in? Where it will be printed, and as it will be printed.
import { Textarea } from '@mantine/core';
import { useFieldProblem } from '../pieces/field-problems.ts';
import styles from './sheet.module.css';

/**
 * `name` is the field's path in the content, by which a finding leads to it. `isMany` keeps the lines that are typed;
 * else the paper breaks them.
 */
export const PaperField = ({
  name,
  label,
  value,
  change,
  look = '',
  isMany = false,
}: {
  name: string;
  label: string;
  value: string;
  change: (value: string) => void;
  look?: string | undefined;
  isMany?: boolean;
}) => (
  <Textarea
    name={name}
    aria-label={label}
    title={label}
    placeholder={label}
    value={value}
    onChange={({ currentTarget }) =>
      change(isMany ? currentTarget.value : currentTarget.value.replaceAll('\n', ' '))
    }
    onKeyDown={(event) => {
      if (event.key === 'Enter' && !isMany) event.preventDefault();
    }}
    error={useFieldProblem(...name.split('.'))}
    variant="unstyled"
    rows={1}
    classNames={{ root: look, input: styles.field ?? '' }}
  />
);
