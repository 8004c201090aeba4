// What else may a document have? Urgency, circulation, the drafter's mark and the agency's address (Decree 30/2020, Article 8.2).
import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { memo } from 'react';
import { useFieldProblem } from '../../parts/trouble/field-problems.ts';
import { words } from '../../words/words.ts';
import type { Fields } from './desk.ts';
import styles from './editor.module.css';

const URGENCIES = ['urgent', 'veryUrgent', 'immediate'] as const;
const CIRCULATIONS = ['internal', 'returnAfterReading'] as const;
/** As the content allows; more copies are printed elsewhere. */
const MOST_COPIES = 9_999;

export const OptionalParts = memo(
  ({
    fields: { urgency, circulation, drafterMark, contactLine },
    change,
  }: {
    fields: Fields;
    change: (part: Partial<Fields>) => void;
  }) => {
    const { optional } = words.editor;
    const mark = drafterMark ?? { initials: '', copies: 1 };
    return (
      <details className={styles.optional}>
        <summary>{optional.title}</summary>
        <div className={styles.fields}>
          <NativeSelect
            name="urgency"
            label={optional.urgency}
            value={urgency ?? ''}
            onChange={({ currentTarget: { value } }) =>
              change({ urgency: URGENCIES.find((each) => each === value) ?? null })
            }
            data={[
              { value: '', label: words.life.urgency.none },
              ...URGENCIES.map((value) => ({ value, label: words.life.urgency[value] })),
            ]}
          />
          <NativeSelect
            name="circulation"
            label={optional.circulation}
            value={circulation ?? ''}
            onChange={({ currentTarget: { value } }) =>
              change({ circulation: CIRCULATIONS.find((each) => each === value) ?? null })
            }
            data={[
              { value: '', label: optional.circulationOf.none },
              ...CIRCULATIONS.map((value) => ({ value, label: optional.circulationOf[value] })),
            ]}
          />
          <TextInput
            name="drafterMark.initials"
            label={optional.initials}
            value={mark.initials}
            onChange={({ currentTarget: { value } }) =>
              change({ drafterMark: value === '' ? null : { ...mark, initials: value } })
            }
            error={useFieldProblem('drafterMark', 'initials')}
          />
          <NumberInput
            name="drafterMark.copies"
            label={optional.copies}
            value={mark.copies}
            min={1}
            max={MOST_COPIES}
            allowDecimal={false}
            disabled={drafterMark === null}
            hideControls
            onChange={(copies) =>
              change({ drafterMark: { ...mark, copies: Math.max(1, Number(copies)) } })
            }
            error={useFieldProblem('drafterMark', 'copies')}
          />
          <TextInput
            className={styles.whole ?? ''}
            name="contactLine"
            label={optional.contactLine}
            value={contactLine ?? ''}
            onChange={({ currentTarget: { value } }) => change({ contactLine: value || null })}
            error={useFieldProblem('contactLine')}
          />
        </div>
      </details>
    );
  },
);
