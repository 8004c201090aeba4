// How is a field of the paper filled in? Where it will be printed, and as it will be printed.
import { Textarea } from '@mantine/core';
import { type ClipboardEvent, useState } from 'react';
import { onOneLine } from '../../../functions/domain/content/text.ts';
import { useFieldProblem } from '../../parts/trouble/field-problems.ts';
import { words } from '../../words/words.ts';
import { lettersOfText } from '../paper/pasted-letters.ts';
import { fitForPaper } from '../paper/pasted-words.ts';
import styles from './sheet.module.css';

/**
 * What comes from elsewhere is made fit for the paper before it is put in, so that one press undoes it as any paste. True
 * if its letters were those of an old font.
 */
const pasteInto = (event: ClipboardEvent<HTMLTextAreaElement>, isMany: boolean): boolean => {
  const { text, isDecoded } = lettersOfText(event.clipboardData.getData('text/plain'));
  const lines = text
    .split(/[\r\n]+/u)
    .map((line) => fitForPaper(line).trim())
    .filter((line) => line !== '');
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
}: {
  name: string;
  label: string;
  value: string;
  change: (value: string) => void;
  look?: string | undefined;
  isMany?: boolean;
  isGiven?: boolean;
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
      onPaste={(event) => setDecoded(pasteInto(event, isMany))}
      onBlur={() => setDecoded(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isMany) event.preventDefault();
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
