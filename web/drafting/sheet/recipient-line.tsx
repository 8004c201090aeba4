// What is one line of Kính gửi or Nơi nhận? Its printed words, how they get there, and behind a press what changes that.
import { Button, CloseButton, type ComboboxItem, NativeSelect, Select } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { OrganizationView } from '../../../functions/contracts/views.ts';
import type { RecipientLine as Line } from '../../../functions/domain/content/report-content.ts';
import {
  isOnlyNamed,
  type RecipientNames,
} from '../../../functions/domain/directory/recipient-name.ts';
import type { OrganizationId } from '../../../functions/domain/ids.ts';
import { fold } from '../../../functions/domain/search/folded-words.ts';
import {
  DownIcon,
  GripIcon,
  HigherIcon,
  type Icon,
  LetterIcon,
  LowerIcon,
  NoLetterIcon,
  SheetIcon,
} from '../../parts/icons.tsx';
import { useFieldProblem } from '../../parts/trouble/field-problems.ts';
import { words } from '../../words/words.ts';
import type { useDrag } from './line-drag.ts';
import { isNamed, nameOnly, written } from './named-line.ts';
import { PaperField } from './paper-field.tsx';
import styles from './recipient-lines.module.css';

const editor = words.editor;
const said = words.recipients;

export type Part = 'addressees' | 'recipients';

const MEANS = ['system', 'paper', 'nameOnly'] as const satisfies Line['means'][];
const SIGNS: Readonly<Record<Line['means'], Icon>> = {
  system: LetterIcon,
  paper: SheetIcon,
  nameOnly: NoLetterIcon,
};

/** A longer list is not read but searched. */
const MOST_SHOWN = 50;

/** What a line may mean is offered when its words rest: what comes and goes with each letter cannot be pressed. */
const PAUSE_MS = 400;

type Names = RecipientNames<OrganizationView>;

const useRested = (text: string): string => {
  const [rested, rest] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => rest(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
};

/** What else its words may mean, once they rest: what was offered for other words is gone with the first letter. */
const useOffers = (line: Line, names: Names): OrganizationView[] => {
  const rested = useRested(line.text);
  const isOpen = isOnlyNamed(line) && rested === line.text;
  return useMemo(() => (isOpen ? names.offered(rested) : []), [isOpen, names, rested]);
};

/** Where and how it goes; which organization and means that are. */
const WayFields = ({
  part,
  at,
  line,
  organizations,
  change,
}: {
  part: Part;
  at: number;
  line: Line;
  organizations: OrganizationView[];
  change: (line: Line) => void;
}) => {
  const place = at + 1;
  const choose = (id: string | null) => {
    const chosen = organizations.find((each) => each.id === id);
    const before = organizations.find((each) => each.id === line.organizationId);
    // Words of the drafter's own stay; those that only said the organization's name follow it.
    const isOwn = line.text !== '' && line.text !== before?.name;
    change({
      text: isOwn ? line.text : (chosen?.name ?? line.text),
      organizationId: chosen?.id ?? null,
      means: chosen ? 'system' : line.means === 'system' ? 'nameOnly' : line.means,
    });
  };
  return (
    <>
      <Select
        size="xs"
        aria-label={editor.organization(place)}
        placeholder={editor.noOrganization}
        value={line.organizationId}
        onChange={choose}
        error={useFieldProblem(part, at, 'organizationId')}
        data={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        filter={({ options, search }) =>
          (options as ComboboxItem<OrganizationId>[]).filter(({ label }) =>
            fold(label).includes(fold(search)),
          )
        }
        limit={MOST_SHOWN}
        nothingFoundMessage={editor.noSuchOrganization}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': editor.clearOrganization(place) }}
      />
      <NativeSelect
        size="xs"
        aria-label={editor.means(place)}
        value={line.means}
        onChange={(event) => {
          const means = MEANS.find((each) => each === event.currentTarget.value);
          if (means) change({ ...line, means });
        }}
        error={useFieldProblem(part, at, 'means')}
        data={MEANS.map((value) => ({
          value,
          label: editor.meansOf[value],
          disabled: value === 'system' && line.organizationId === null,
        }))}
      />
    </>
  );
};

const MOVES: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

export const RecipientLine = ({
  part,
  at,
  line,
  count,
  organizations,
  names,
  left,
  drop,
  handle,
  leave,
  change,
  remove,
  move,
  goOn,
  takeLines,
}: {
  part: Part;
  at: number;
  line: Line;
  /** Of the whole list. */
  count: number;
  organizations: OrganizationView[];
  names: Names;
  /** Words of which somebody has said here that they are a name only. */
  left: ReadonlySet<string>;
  /** Where a line that is dragged would lie. */
  drop: 'itself' | 'above' | 'below' | undefined;
  handle: ReturnType<ReturnType<typeof useDrag>['handle']>;
  leave: (text: string) => void;
  change: (line: Line) => void;
  remove: (way: 'press' | 'key') => void;
  move: (by: 1 | -1) => void;
  /** Its words are done. */
  goOn: () => void;
  takeLines: (lines: string[]) => void;
}) => {
  const place = at + 1;
  const own = useRef<HTMLLIElement>(null);
  const [isOpen, open] = useState(false);
  /** What the words that somebody has just typed mean is said below them. */
  const [isWritten, setWritten] = useState(false);
  const offers = useOffers(line, names);
  const wrong = [
    useFieldProblem(part, at, 'organizationId'),
    useFieldProblem(part, at, 'means'),
  ].some(Boolean);
  /** The button goes with the press: one goes on in the words beside it. */
  const settle = (next: Line) => {
    change(next);
    own.current?.querySelector<HTMLElement>('textarea')?.focus();
  };
  const nameOf = organizations.find(({ id }) => id === line.organizationId)?.name ?? '';
  const means = editor.meansOf[line.means];
  const isSaid = nameOf === '' || nameOf === line.text;
  const way = isSaid ? means : said.to(means, nameOf);
  const Sign = SIGNS[line.means];
  const isShown = isOpen || wrong;
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const by = MOVES[event.key];
    const isHandle = event.currentTarget instanceof HTMLButtonElement;
    if (by && (event.altKey || isHandle)) {
      event.preventDefault();
      move(by);
    } else if (isHandle || event.nativeEvent.isComposing) return;
    else if (event.key === 'Enter') goOn();
    else if (event.key === 'Backspace' && line.text === '' && !event.repeat) {
      // Held down it has emptied this line; the one before is another's.
      event.preventDefault();
      remove('key');
    }
  };
  return (
    <li className={styles.line} ref={own} data-line data-drop={drop}>
      <button
        type="button"
        className={styles.handle}
        aria-label={said.handle(place)}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title={said.keys}
        {...handle}
        onKeyDown={(event) => {
          handle.onKeyDown(event);
          onKey(event);
        }}
      >
        <GripIcon />
      </button>
      <div>
        <PaperField
          name={`${part}.${at}.text`}
          label={editor.printedWords(place)}
          value={line.text}
          change={(text) => {
            setWritten(true);
            change(written(line, text, names, left));
          }}
          onKey={onKey}
          takeLines={takeLines}
        />
        <button
          type="button"
          className={styles.way}
          aria-expanded={isShown}
          aria-label={said.way(place, way)}
          onClick={() => open(!isShown)}
        >
          <Sign />
          <span>{way}</span>
          <DownIcon />
        </button>
      </div>
      <CloseButton
        size="sm"
        aria-label={editor.removeLine(place)}
        onClick={() => remove('press')}
      />
      {isShown && (
        <div className={styles.open}>
          <WayFields {...{ part, at, line, organizations, change }} />
          <div className={styles.moves}>
            {([-1, 1] as const).map((by) => (
              <Button
                key={by}
                size="compact-xs"
                variant="default"
                leftSection={by === 1 ? <LowerIcon /> : <HigherIcon />}
                disabled={at + by < 0 || at + by >= count}
                onClick={() => move(by)}
              >
                {by === 1 ? said.down : said.up}
              </Button>
            ))}
          </div>
        </div>
      )}
      {(isWritten || isShown) && isNamed(line, names) && (
        <p className={styles.meant} role="status">
          {editor.named(nameOf)}{' '}
          <Button
            size="compact-xs"
            variant="default"
            aria-label={editor.onlyName(place)}
            onClick={() => {
              leave(line.text);
              settle(nameOnly(line.text));
            }}
          >
            {editor.meansOf.nameOnly}
          </Button>
        </p>
      )}
      {offers.length > 0 && (
        <p className={styles.meant}>
          {editor.offers}{' '}
          {offers.map(({ id, name }) => (
            <Button
              key={id}
              size="compact-xs"
              variant="default"
              classNames={{ root: styles.offer ?? '', label: styles.offered ?? '' }}
              aria-label={editor.sendTo(place, name)}
              onClick={() => settle({ ...line, organizationId: id, means: 'system' })}
            >
              {name}
            </Button>
          ))}
        </p>
      )}
    </li>
  );
};
