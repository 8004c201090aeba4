// What stands above the text of the paper? Agency and nation, number and date left blank, what it is and what it is about.
import { NativeSelect } from '@mantine/core';
import { memo } from 'react';
import {
  DOCUMENT_TYPES,
  type DocumentType,
  symbolOf,
} from '../../../functions/domain/content/document-type.ts';
import { useFieldProblem } from '../../parts/trouble/field-problems.ts';
import { words } from '../../words/words.ts';
import type { Fields } from '../desk/desk.ts';
import { PaperField } from './paper-field.tsx';
import styles from './sheet.module.css';

const TYPES = Object.keys(DOCUMENT_TYPES) as DocumentType[];

export const SheetHead = memo(
  ({
    fields,
    change,
    abbreviation,
  }: {
    fields: Fields;
    change: (part: Partial<Fields>) => void;
    /** The office's, for the symbol of another type. */
    abbreviation: string;
  }) => {
    const editor = words.editor;
    return (
      <section aria-label={editor.header} className={styles.head}>
        <div>
          <PaperField
            name="superiorLine"
            label={editor.superiorLine}
            value={fields.superiorLine ?? ''}
            change={(value) => change({ superiorLine: value || null })}
            look={styles.upper}
          />
          <PaperField
            name="agencyLines"
            label={editor.agencyLines}
            value={fields.agencyLines.join('\n')}
            change={(value) => change({ agencyLines: value.split('\n') })}
            look={styles.strong}
            isMany
          />
          <div className={styles.number}>
            <span>{editor.numberBlank}</span>
            <PaperField
              name="symbol"
              label={editor.symbol}
              value={fields.symbol}
              change={(symbol) => change({ symbol })}
            />
          </div>
        </div>
        <div>
          <p className={styles.strong}>{editor.nation}</p>
          <p className={styles.motto}>{editor.motto}</p>
          <div className={styles.date}>
            <PaperField
              name="place"
              label={editor.place}
              value={fields.place}
              change={(place) => change({ place })}
            />
            <span>{editor.dateBlank}</span>
          </div>
        </div>
        <div className={styles.about}>
          <NativeSelect
            name="type"
            aria-label={editor.type}
            value={fields.type}
            onChange={(event) => {
              const type = TYPES.find((each) => each === event.currentTarget.value);
              if (type) change({ type, symbol: symbolOf(type, abbreviation) });
            }}
            error={useFieldProblem('type')}
            data={TYPES.map((value) => ({ value, label: DOCUMENT_TYPES[value].name }))}
            variant="unstyled"
            classNames={{ input: styles.type ?? '' }}
          />
          <PaperField
            name="subject"
            label={editor.subject}
            value={fields.subject}
            change={(subject) => change({ subject })}
            look={styles.strong}
          />
        </div>
      </section>
    );
  },
);
