// How does one more line come to Kính gửi or Nơi nhận? Typed, chosen from the directory, or many at once from the clipboard.
import { Button, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffectEvent, useMemo, useState } from 'react';
import type { OrganizationView } from '../../../functions/contracts/views.ts';
import { onOneLine } from '../../../functions/domain/content/text.ts';
import { fold } from '../../../functions/domain/search/folded-words.ts';
import { forgetPress, keepPress, keptPress } from '../../session/kept-press.ts';
import { words } from '../../words/words.ts';
import { linesPasted } from './pasted-into.ts';
import styles from './recipient-lines.module.css';

const said = words.recipients;

/** A longer list is not read but searched. */
const MOST_SHOWN = 50;

/** What is being typed is no line yet, so the desk does not keep it. */
const useKeptText = (place: string) => {
  const [text, setText] = useState(() => keptPress<{ text: string }>(place)?.text ?? '');
  const write = (typed: string) => {
    // At once: a line that came of it may lead elsewhere before anything is drawn.
    if (typed === '') forgetPress(place);
    else keepPress(place, { text: typed });
    setText(typed);
  };
  return [text, write] as const;
};

export const AddRecipient = ({
  reportId,
  part,
  organizations,
  choose,
  write,
}: {
  reportId: string;
  part: keyof typeof said.add;
  /** Those that stand in no line yet. */
  organizations: OrganizationView[];
  choose: (organization: OrganizationView) => void;
  write: (lines: string[]) => void;
}) => {
  const [text, setText] = useKeptText(`recipient:${reportId}:${part}`);
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const found = useMemo(() => {
    const wanted = fold(text.trim());
    return organizations.filter(({ name }) => fold(name).includes(wanted)).slice(0, MOST_SHOWN);
  }, [organizations, text]);
  const add = () => {
    list.closeDropdown();
    if (text.trim() === '') return;
    setText('');
    write([text]);
  };
  const addLeft = useEffectEvent(add);
  /** A line that came while the mouse is down would push what is pressed from under it. */
  const leave = (field: HTMLElement) => {
    // Where the desk has been left by then, what is typed stays kept.
    const addLater = () => setTimeout(() => field.isConnected && addLeft());
    if (document.documentElement.matches(':active'))
      addEventListener('mouseup', addLater, { once: true });
    else add();
  };
  return (
    <div className={styles.add}>
      <Combobox
        store={list}
        onOptionSubmit={(id) => {
          const chosen = organizations.find((each) => each.id === id);
          setText('');
          list.closeDropdown();
          if (chosen) choose(chosen);
        }}
      >
        <Combobox.Target>
          <TextInput
            // Where a way to these lines ends when there is none.
            name={part}
            size="xs"
            aria-label={said.add[part]}
            placeholder={said.hint[part]}
            value={text}
            onChange={({ currentTarget }) => {
              setText(onOneLine(currentTarget.value));
              list.openDropdown();
              list.resetSelectedOption();
            }}
            onClick={() => list.openDropdown()}
            onPaste={(event) => {
              const lines = linesPasted(event);
              const [line] = lines;
              if (line === undefined) return;
              event.preventDefault();
              if (lines.length === 1) {
                const { value, selectionStart, selectionEnd } = event.currentTarget;
                const before = value.slice(0, selectionStart ?? value.length);
                setText(onOneLine(before + line + value.slice(selectionEnd ?? value.length)));
                return;
              }
              list.closeDropdown();
              write(text.trim() === '' ? lines : [text, ...lines]);
              setText('');
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              if (list.dropdownOpened && list.getSelectedOptionIndex() !== -1) return;
              event.preventDefault();
              add();
            }}
            // What was typed and left is meant. Another window in front leaves nothing.
            onBlur={({ currentTarget }) => {
              if (document.activeElement !== currentTarget) leave(currentTarget);
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options className={styles.options}>
            {found.map(({ id, name }) => (
              <Combobox.Option key={id} value={id}>
                {name}
              </Combobox.Option>
            ))}
            {found.length === 0 && text.trim() !== '' && (
              <Combobox.Empty>{said.asTyped}</Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {text.trim() !== '' && (
        <Button
          size="compact-xs"
          variant="default"
          onMouseDown={(event) => event.preventDefault()}
          onClick={add}
        >
          {said.press}
        </Button>
      )}
    </div>
  );
};
