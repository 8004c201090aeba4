// Whose document is it, what is it about, and who signs it? Everything around the body and the recipients.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  DOCUMENT_TYPES,
  type DocumentType,
  symbolOf,
} from '../../functions/domain/document-type.ts';
import type { ReportContent } from '../../functions/domain/report-content.ts';
import { words } from '../words/words.ts';
import styles from './editor.module.css';
import { useFieldProblem } from './field-problems.ts';

type Change = (part: Partial<ReportContent>) => void;

const TYPES = Object.keys(DOCUMENT_TYPES) as DocumentType[];

const linesOf = (text: string) => text.split('\n');

export const HeaderFields = ({
  content,
  change,
  abbreviation,
}: {
  content: ReportContent;
  change: Change;
  /** The office's, for the symbol of another type. */
  abbreviation: string;
}) => {
  const { editor } = words;
  const { signature } = content;
  const sign = (part: Partial<typeof signature>) =>
    change({ signature: { ...signature, ...part } });
  return (
    <div className={styles.fields}>
      <Textarea
        className={styles.whole ?? ''}
        label={editor.subject}
        value={content.subject}
        onChange={(event) => change({ subject: event.currentTarget.value.replaceAll('\n', ' ') })}
        error={useFieldProblem('subject')}
        rows={2}
      />
      <NativeSelect
        label={editor.type}
        value={content.type}
        onChange={(event) => {
          const type = TYPES.find((each) => each === event.currentTarget.value);
          if (type) change({ type, symbol: symbolOf(type, abbreviation) });
        }}
        error={useFieldProblem('type')}
        data={TYPES.map((value) => ({ value, label: DOCUMENT_TYPES[value].name }))}
      />
      <TextInput
        label={editor.symbol}
        description={editor.symbolHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={content.symbol}
        onChange={(event) => change({ symbol: event.currentTarget.value })}
        error={useFieldProblem('symbol')}
      />
      <TextInput
        label={editor.superiorLine}
        value={content.superiorLine ?? ''}
        onChange={(event) => change({ superiorLine: event.currentTarget.value || null })}
        error={useFieldProblem('superiorLine')}
      />
      <TextInput
        label={editor.place}
        value={content.place}
        onChange={(event) => change({ place: event.currentTarget.value })}
        error={useFieldProblem('place')}
      />
      <Textarea
        label={editor.agencyLines}
        description={editor.agencyHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={content.agencyLines.join('\n')}
        onChange={(event) => change({ agencyLines: linesOf(event.currentTarget.value) })}
        error={useFieldProblem('agencyLines')}
        rows={2}
      />
      <Textarea
        label={editor.titles}
        description={editor.titlesHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={signature.titles.join('\n')}
        onChange={(event) => sign({ titles: linesOf(event.currentTarget.value) })}
        error={useFieldProblem('signature', 'titles')}
        rows={2}
      />
      <TextInput
        label={editor.authority}
        value={signature.authority ?? ''}
        onChange={(event) => sign({ authority: event.currentTarget.value || null })}
        error={useFieldProblem('signature', 'authority')}
      />
      <TextInput
        label={editor.signerName}
        value={signature.name}
        onChange={(event) => sign({ name: event.currentTarget.value })}
        error={useFieldProblem('signature', 'name')}
      />
    </div>
  );
};
