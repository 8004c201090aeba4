// Where does one type what is looked for? Nothing is asked until the word is finished: with Enter, or the press beside it.
import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { LONGEST_SEARCH } from '../../functions/domain/content/lengths.ts';
import { PlainForm } from '../parts/plain-form.tsx';
import { words as catalogue } from '../words/words.ts';
import styles from './filters.module.css';

export const WordsField = ({
  label,
  words,
  look,
  isNarrow = false,
}: {
  label: string;
  words: string;
  look: (words: string) => void;
  /** Above a narrow list: what it is for stands in the field. */
  isNarrow?: boolean;
}) => {
  const [typed, setTyped] = useState(words);
  // The address may change without this field: by going back, or by another field.
  useEffect(() => setTyped(words), [words]);
  return (
    <search>
      <PlainForm
        className={`${styles.form} ${isNarrow ? styles.narrow : ''}`}
        onSend={() => look(typed.trim())}
      >
        <TextInput
          className={styles.words ?? ''}
          type="search"
          {...(isNarrow
            ? { 'aria-label': label, placeholder: label, title: catalogue.search.withoutAccents }
            : { label, description: catalogue.search.withoutAccents })}
          inputWrapperOrder={['label', 'input', 'description']}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          maxLength={LONGEST_SEARCH}
        />
        <Button type="submit" variant="default" className={styles.press ?? ''}>
          {catalogue.search.press}
        </Button>
      </PlainForm>
    </search>
  );
};
