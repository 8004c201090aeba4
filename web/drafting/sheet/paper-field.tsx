// How is a field of the paper filled in? Where it will be printed, and as it will be printed.
import { Textarea } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { onOneLine } from '../../../functions/domain/content/text.ts';
import { useFieldProblem } from '../../parts/trouble/field-problems.ts';
import { words } from '../../words/words.ts';
import { lettersOfText } from '../paper/pasted-letters.ts';
import { fitLines, linesPasted } from './pasted-into.ts';
import styles from './sheet.module.css';

/**
 * What comes from elsewhere is made fit for the paper before it is put in, so that one press undoes it as any paste. True
 * if its letters were those of an old font.
 */
const pasteInto = (event: ClipboardEvent<HTMLTextAreaElement>, isMany: boolean): boolean => {
  const { text, isDecoded } = lettersOfText(event.clipboardData.getData('text/plain'));
  const lines = fitLines(text);
  if (lines.length === 0) return false;
  const [before, after] = [
    /^[^\S\r\n]/u.test(text) ? ' ' : '',
    /[^\S\r\n]$/u.test(text) ? ' ' : '',
  ];
  const wanted = isMany ? lines.join('\n') : `${before}${lines.join(' ')}${after}`;
  event.preventDefault();
  // Deprecated without a successor: nothing else that a script writes can be undone by the keys.
  document.execCommand('insertText', false, wanted);
  return isDecoded;
};

/**
 * `name` is the field's path in the content, by which a finding leads to it. `isMany` keeps the lines that are typed;
 * else the paper breaks them. What `isGiven` is read here and written elsewhere.
 */
export const PaperField = ({
  name,
  label,
  value,
  change,
  look = '',
  isMany = false,
  isGiven = false,
  onKey,
  takeLines,
}: {
  name: string;
  label: string;
  value: string;
  change: (value: string) => void;
  look?: string | undefined;
  isMany?: boolean;
  isGiven?: boolean;
  onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  /** Where several pasted lines are more than one field. */
  takeLines?: (lines: string[]) => void;
}) => {
  const problem = useFieldProblem(...name.split('.'));
  const [isDecoded, setDecoded] = useState(false);
  return (
    <Textarea
      name={name}
      aria-label={label}
      title={label}
      placeholder={label}
      value={value}
      onChange={({ currentTarget }) =>
        change(isMany ? currentTarget.value : onOneLine(currentTarget.value))
      }
      onPaste={(event) => {
        const lines = takeLines ? linesPasted(event) : [];
        if (!takeLines || lines.length < 2) return setDecoded(pasteInto(event, isMany));
        event.preventDefault();
        return takeLines(lines);
      }}
      onBlur={() => setDecoded(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isMany) event.preventDefault();
        onKey?.(event);
      }}
      error={problem}
      description={isDecoded && words.editor.pasted.notes.encoding}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      readOnly={isGiven}
      variant="unstyled"
      rows={1}
      classNames={{ root: look, input: styles.field ?? '', error: styles.wrong ?? '' }}
    />
  );
};
