// To whom does the document go? Printed words, whom they mean or may mean, and how it gets there, line by line.
import { Button, CloseButton, type ComboboxItem, NativeSelect, Select } from '@mantine/core';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { OrganizationView } from '../../../functions/contracts/views.ts';
import type {
  RecipientLine,
  ReportContent,
} from '../../../functions/domain/content/report-content.ts';
import {
  isOnlyNamed,
  type RecipientNames,
} from '../../../functions/domain/directory/recipient-name.ts';
import type { OrganizationId } from '../../../functions/domain/ids.ts';
import { fold } from '../../../functions/domain/search/folded-words.ts';
import { useFieldProblem } from '../../parts/trouble/field-problems.ts';
import { words } from '../../words/words.ts';
import { isNamed, nameOnly, written } from './named-line.ts';
import { PaperField } from './paper-field.tsx';
import styles from './recipient-lines.module.css';

type Part = 'addressees' | 'recipients';

const MEANS = ['system', 'paper', 'nameOnly'] as const satisfies RecipientLine['means'][];

/** A longer list is not read but searched. */
const MOST_SHOWN = 50;

/** What a line may mean is offered when its words rest: what comes and goes with each letter cannot be pressed. */
const PAUSE_MS = 400;

type Names = RecipientNames<OrganizationView>;

const useRested = (words: string): string => {
  const [rested, rest] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => rest(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return rested;
};

/** What else its words may mean, once they rest: what was offered for other words is gone with the first letter. */
const useOffers = (line: RecipientLine, names: Names): OrganizationView[] => {
  const rested = useRested(line.text);
  const isOpen = isOnlyNamed(line) && rested === line.text;
  return useMemo(() => (isOpen ? names.offered(rested) : []), [isOpen, names, rested]);
};

const Line = ({
  part,
  at,
  line,
  isNew,
  organizations,
  names,
  left,
  leave,
  change,
  remove,
}: {
  part: Part;
  at: number;
  line: RecipientLine;
  /** Just added: one goes on there. */
  isNew: boolean;
  organizations: OrganizationView[];
  names: Names;
  /** Words of which somebody has said here that they are a name only. */
  left: ReadonlySet<string>;
  leave: (text: string) => void;
  change: (line: RecipientLine) => void;
  remove: () => void;
}) => {
  const { editor } = words;
  const place = at + 1;
  const own = useRef<HTMLLIElement>(null);
  const choice = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) choice.current?.focus();
  }, [isNew]);
  const offers = useOffers(line, names);
  /** The button goes with the press: one goes on in the words beside it. */
  const settle = (next: RecipientLine) => {
    change(next);
    own.current?.querySelector<HTMLElement>('textarea')?.focus();
  };
  const nameOf = (id: string | null) => organizations.find((each) => each.id === id)?.name ?? '';
  const choose = (id: string | null) => {
    const chosen = organizations.find((each) => each.id === id);
    // Words of the drafter's own stay; those that only said the organization's name follow it.
    const isOwn = line.text !== '' && line.text !== nameOf(line.organizationId);
    change({
      text: isOwn ? line.text : (chosen?.name ?? line.text),
      organizationId: chosen?.id ?? null,
      means: chosen ? 'system' : line.means === 'system' ? 'nameOnly' : line.means,
    });
  };
  return (
    <li className={styles.line} ref={own}>
      <PaperField
        name={`${part}.${at}.text`}
        label={editor.printedWords(place)}
        value={line.text}
        change={(text) => change(written(line, text, names, left))}
        look={styles.words}
      />
      <CloseButton size="sm" aria-label={editor.removeLine(place)} onClick={remove} />
      <div className={styles.way}>
        <Select
          ref={choice}
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
      </div>
      {isNamed(line, names) && (
        <p className={styles.meant} role="status">
          {editor.named(nameOf(line.organizationId))}{' '}
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

export const RecipientLines = memo(
  ({
    part,
    lines,
    organizations,
    names,
    archive,
    change,
  }: {
    part: Part;
    lines: RecipientLine[];
    organizations: OrganizationView[];
    /** What printed words may mean among them. */
    names: Names;
    /** The last line of Nơi nhận; Kính gửi has none. */
    archive: string | null;
    change: (part: Partial<Pick<ReportContent, Part | 'archive'>>) => void;
  }) => {
    const { editor } = words;
    const missing = useFieldProblem(part);
    const [added, setAdded] = useState<number | null>(null);
    const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
    const put = (next: RecipientLine[]) => change({ [part]: next });
    return (
      <fieldset className={styles.lines} data-part={part}>
        <legend>{editor[part]}:</legend>
        {missing && lines.length === 0 && <p className={styles.missing}>{missing}</p>}
        <ol>
          {lines.map((line, at) => (
            <Line
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; where it goes, and why, is all in it.
              key={at}
              part={part}
              at={at}
              line={line}
              isNew={at === added}
              organizations={organizations}
              names={names}
              left={left}
              leave={(text) => setLeft((before) => new Set([...before, text]))}
              change={(next) => put(lines.with(at, next))}
              remove={() => {
                put(lines.toSpliced(at, 1));
                setAdded(null);
              }}
            />
          ))}
        </ol>
        {archive !== null && (
          <div className={styles.archive}>
            <PaperField
              name="archive"
              label={editor.archive}
              value={archive}
              change={(text) => change({ archive: text })}
            />
          </div>
        )}
        <Button
          // Where a way to these lines ends when there is none.
          name={part}
          size="compact-xs"
          variant="default"
          onClick={() => {
            put([...lines, { text: '', organizationId: null, means: 'nameOnly' }]);
            setAdded(lines.length);
          }}
        >
          {part === 'addressees' ? editor.addAddressee : editor.addRecipient}
        </Button>
      </fieldset>
    );
  },
);
