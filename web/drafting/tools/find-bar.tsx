// How is something found on the paper, and other words put in its place? Where one types what is wanted, with keys as in Word.
import { Button, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { IconPress } from '../../parts/icon-press.tsx';
import { CloseIcon, DownIcon, ReplaceIcon, UpIcon } from '../../parts/icons.tsx';
import { words } from '../../words/words.ts';
import { foundIn, goOn, lookFor, replaceAll, replaceHere } from './find.ts';
import styles from './find-bar.module.css';
import type { Manner } from './search-text.ts';

const { find: said } = words.tools;

/** Longer words are no words that one looks for, but a paragraph that happens to be marked. */
const LONGEST_ASKED = 80;

/** What is marked on the paper is what one means. */
const markedIn = ({ state: { doc, selection } }: Editor): string => {
  const { $from, $to, from, to } = selection;
  const text = $from.sameParent($to) ? doc.textBetween(from, to) : '';
  return text.length <= LONGEST_ASKED ? text : '';
};

const Count = ({ editor, text, told }: { editor: Editor; text: string; told: string }) => {
  const { count, at } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => foundIn(state),
  });
  const found = at > 0 ? said.of(at, count) : said.count(count);
  return (
    <output className={styles.count} data-none={(text !== '' && count === 0) || undefined}>
      {told || (text !== '' && (count === 0 ? said.none : found))}
    </output>
  );
};

const Switch = ({ name, isOn, turn }: { name: string; isOn: boolean; turn: () => void }) => (
  <button type="button" className={styles.switch} aria-pressed={isOn} onClick={turn}>
    {name}
  </button>
);

/** Which of the two one was led to; a new object leads there again. */
export type Asked = { field: 'wanted' | 'instead' };

export const FindBar = ({
  editor,
  asked,
  ask,
}: {
  editor: Editor;
  asked: Asked;
  ask: (asked: Asked | null) => void;
}) => {
  const wanted = useRef<HTMLInputElement>(null);
  const instead = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => markedIn(editor));
  const [other, setOther] = useState('');
  const [manner, setManner] = useState<Manner>({ matchesCase: false, matchesAccents: true });
  const [isReplacing, setReplacing] = useState(false);
  const [told, tell] = useState('');
  useEffect(() => lookFor(editor, { text, ...manner }), [editor, text, manner]);
  useEffect(() => () => lookFor(editor, null), [editor]);
  /** Called again, it asks for what is marked meanwhile. */
  const attend = useEffectEvent(({ field }: Asked) => {
    const marked = editor.isFocused ? markedIn(editor) : '';
    if (marked !== '') setText(marked);
    if (field === 'instead') setReplacing(true);
    // Before other words come those that are looked for.
    const isKnown = text !== '' || marked !== '';
    const led = field === 'instead' && isKnown ? instead : wanted;
    led.current?.focus();
    led.current?.select();
  });
  useEffect(() => attend(asked), [asked]);
  const goOnReplacing = useEffectEvent(() => {
    if (text !== '') instead.current?.focus();
  });
  useEffect(() => {
    if (isReplacing) goOnReplacing();
  }, [isReplacing]);
  const close = () => {
    ask(null);
    editor.commands.focus();
  };
  const replaceOne = () => {
    tell('');
    replaceHere(editor, other);
  };
  /** What was replaced is said until something else is looked for. */
  const lookIn = (changed: typeof manner) => {
    tell('');
    setManner(changed);
  };
  const step = (by: 1 | -1) => {
    tell('');
    goOn(editor, by);
  };
  const keyOf = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent) => {
    if (key === 'Escape') return close;
    if (key === 'F3') return () => step(shiftKey ? -1 : 1);
    if (ctrlKey || metaKey) return null;
    return key === 'Enter' ? () => step(shiftKey ? -1 : 1) : null;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isPress = event.target instanceof HTMLButtonElement && event.key === 'Enter';
    const act = event.nativeEvent.isComposing || isPress ? null : keyOf(event);
    if (act === null) return;
    event.preventDefault();
    if (event.target === instead.current && event.key === 'Enter') replaceOne();
    else act();
  };
  return (
    <search className={styles.bar} aria-label={said.title} onKeyDown={onKeyDown}>
      <div className={styles.line}>
        <TextInput
          ref={wanted}
          size="xs"
          className={styles.field ?? ''}
          aria-label={said.wanted}
          placeholder={said.wanted}
          value={text}
          onChange={({ currentTarget }) => {
            tell('');
            setText(currentTarget.value);
          }}
        />
        <IconPress name={said.previous} onClick={() => step(-1)} aria-keyshortcuts="Shift+F3">
          <UpIcon />
        </IconPress>
        <IconPress name={said.next} onClick={() => step(1)} aria-keyshortcuts="F3">
          <DownIcon />
        </IconPress>
        <IconPress
          name={said.replacing}
          aria-expanded={isReplacing}
          aria-keyshortcuts="Control+H"
          onClick={() => setReplacing(!isReplacing)}
        >
          <ReplaceIcon />
        </IconPress>
        <IconPress name={said.close} onClick={close} aria-keyshortcuts="Escape">
          <CloseIcon />
        </IconPress>
      </div>
      {isReplacing && (
        <div className={styles.line}>
          <TextInput
            ref={instead}
            size="xs"
            className={styles.field ?? ''}
            aria-label={said.instead}
            placeholder={said.instead}
            value={other}
            onChange={({ currentTarget }) => setOther(currentTarget.value)}
          />
          <Button size="xs" variant="default" onClick={replaceOne}>
            {said.one}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => tell(said.replaced(replaceAll(editor, other)))}
          >
            {said.all}
          </Button>
        </div>
      )}
      <div className={styles.line}>
        <Switch
          name={said.withoutAccents}
          isOn={!manner.matchesAccents}
          turn={() => lookIn({ ...manner, matchesAccents: !manner.matchesAccents })}
        />
        <Switch
          name={said.matchCase}
          isOn={manner.matchesCase}
          turn={() => lookIn({ ...manner, matchesCase: !manner.matchesCase })}
        />
        <Count editor={editor} text={text} told={told} />
      </div>
    </search>
  );
};
