// How does one get to the search from anywhere? By a field at the top of every screen; Ctrl+K or "/" leads into it.
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { LONGEST_SEARCH } from '../../functions/domain/content/lengths.ts';
import { PlainForm } from '../parts/plain-form.tsx';
import { words } from '../words/words.ts';
import styles from './search-box.module.css';

export const SearchBox = () => {
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const enter = () => field.current?.focus();
  // Whoever has a finger and no mouse has hardly the keys.
  const said = matchMedia('(any-pointer: fine)').matches
    ? words.search.shortcut
    : words.search.label;
  // From within a text Ctrl+K leads here as well; a "/" there is a "/".
  useHotkeys([['mod+K', enter]], [], true);
  useHotkeys([['/', enter]]);
  return (
    <search className={styles.box} aria-label={words.search.title}>
      <PlainForm
        onSend={(form) => {
          const typed = field.current?.value.trim() ?? '';
          // The screen that it leads to has a field of its own, with what was typed.
          form.reset();
          void navigate({ to: '/tim-kiem', search: typed ? { words: typed } : {} });
        }}
      >
        {/* One field of the browser's own: Mantine's would be a fiftieth of the first load. */}
        <input
          ref={field}
          type="search"
          className={styles.field}
          aria-label={said}
          placeholder={said}
          maxLength={LONGEST_SEARCH}
        />
      </PlainForm>
    </search>
  );
};
