// To whom does the document go? Line by line as it is printed: added, moved and removed without a line being lost.
import { Button, VisuallyHidden } from '@mantine/core';
import { memo, useEffect, useRef, useState } from 'react';
import type { OrganizationView } from '../../../functions/contracts/views.ts';
import { MOST_ADDRESSEES, MOST_RECIPIENTS } from '../../../functions/domain/content/lengths.ts';
import type {
  RecipientLine as Line,
  ReportContent,
} from '../../../functions/domain/content/report-content.ts';
import type { RecipientNames } from '../../../functions/domain/directory/recipient-name.ts';
import { useFieldProblem } from '../../parts/trouble/field-problems.ts';
import { words } from '../../words/words.ts';
import { AddRecipient } from './add-recipient.tsx';
import { type Dragged, useDrag } from './line-drag.ts';
import { lineOf, moved, recipientsIn } from './listed-recipients.ts';
import { PaperField } from './paper-field.tsx';
import { type Part, RecipientLine } from './recipient-line.tsx';
import styles from './recipient-lines.module.css';

const editor = words.editor;
const said = words.recipients;

const MOST: Readonly<Record<Part, number>> = {
  addressees: MOST_ADDRESSEES,
  recipients: MOST_RECIPIENTS,
};

/** A longer list is folded behind its first lines: the paper is what one writes on, not a directory. */
const MOST_OPEN = 12;

type Lists = Partial<Pick<ReportContent, Part | 'archive'>>;

/** What has just been done; `undo` says how the lists were before, and how they are since. */
type Told = { text: string; undo: { before: Lists; after: Lists } | null };

const dropAt = (at: number, count: number, dragged: Dragged | null) => {
  if (dragged === null) return undefined;
  if (dragged.from === at) return 'itself';
  if (dragged.to === at) return 'above';
  return dragged.to === count && at === count - 1 ? 'below' : undefined;
};

/** Where the focus goes once the lines stand as they are wanted: `at` null is the field where the next is typed. */
type Wanted = { at: number | null; control: string };

export const RecipientLines = memo(
  ({
    reportId,
    part,
    lines,
    organizations,
    names,
    archive,
    change,
  }: {
    reportId: string;
    part: Part;
    lines: Line[];
    organizations: OrganizationView[];
    /** What printed words may mean among them. */
    names: RecipientNames<OrganizationView>;
    /** The last line of Nơi nhận; Kính gửi has none. */
    archive: string | null;
    change: (lists: Lists) => void;
  }) => {
    const missing = useFieldProblem(part);
    const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
    const [told, tell] = useState<Told | null>(null);
    const list = useRef<HTMLFieldSetElement>(null);
    const wanted = useRef<Wanted | null>(null);
    useEffect(() => {
      if (wanted.current === null) return;
      const { at, control } = wanted.current;
      wanted.current = null;
      const line = at === null ? list.current : list.current?.querySelectorAll('[data-line]')[at];
      line?.closest('details')?.setAttribute('open', '');
      line?.querySelector<HTMLElement>(control)?.focus();
    });
    const goOn = () => list.current?.querySelector<HTMLElement>(`[name="${part}"]`)?.focus();
    /** A line keeps what is open of it, wherever it is moved and however its words change. */
    const [keys] = useState(() => new WeakMap<Line, string>());
    const keyOf = (line: Line): string => {
      const key = keys.get(line) ?? crypto.randomUUID();
      keys.set(line, key);
      return key;
    };
    const put = (next: Line[], text: string | null = null) => {
      tell(text === null ? null : { text, undo: null });
      change({ [part]: next });
    };
    /** The same, with a way back: through `read`, what a paste says of the archive goes with it. */
    const putForNow = (next: Line[], text: string, read: string | null = null) => {
      const after = { [part]: next, ...(read !== null && { archive: read }) };
      const before = { [part]: lines, ...(read !== null && archive !== null && { archive }) };
      tell({ text, undo: { before, after } });
      change(after);
    };
    // What has been changed since, here or by another, is not taken back with it.
    const isSince = ({ after }: { after: Lists }) =>
      after[part] !== lines || (after.archive ?? archive) !== archive;
    const undo = told?.undo && !isSince(told.undo) ? told.undo : null;
    const move = (from: number, to: number) => {
      if (to < 0 || to >= lines.length) return;
      const focused = document.activeElement;
      wanted.current = { at: to, control: focused?.tagName === 'TEXTAREA' ? 'textarea' : 'button' };
      const text = lines[from]?.text || said.blank;
      put(moved(lines, from, to), said.moved(text, to + 1, lines.length));
    };
    const remove = (at: number, way: 'press' | 'key') => {
      const text = said.removed(lines[at]?.text || said.blank);
      wanted.current =
        way === 'key'
          ? { at: at > 0 ? at - 1 : null, control: at > 0 ? 'textarea' : `[name="${part}"]` }
          : { at: null, control: '[data-undo]' };
      putForNow(lines.toSpliced(at, 1), text);
    };
    /** Many lines behind those at `at`, or in the place of a blank one. */
    const take = (at: number, pasted: string[]) => {
      const read = recipientsIn(pasted, names, archive);
      const isBlank = lines[at]?.text === '';
      const from = isBlank ? at : at + 1;
      const next = lines.toSpliced(from, isBlank ? 1 : 0, ...read.lines);
      putForNow(next, said.added(read.lines.length), read.archive);
    };
    const { dragged, handle } = useDrag(list, move);
    const chosen = new Set(lines.map(({ organizationId }) => organizationId));
    const lineAt = (line: Line, at: number) => (
      <RecipientLine
        key={keyOf(line)}
        part={part}
        at={at}
        line={line}
        count={lines.length}
        organizations={organizations}
        names={names}
        left={left}
        drop={dropAt(at, lines.length, dragged)}
        handle={handle(at)}
        leave={(text) => setLeft((some) => new Set([...some, text]))}
        change={(next) => {
          keys.set(next, keyOf(line));
          put(lines.with(at, next));
        }}
        remove={(way) => remove(at, way)}
        move={(by) => move(at, at + by)}
        goOn={goOn}
        takeLines={(pasted) => take(at, pasted)}
      />
    );
    const rest = lines.slice(MOST_OPEN);
    return (
      <fieldset ref={list} className={styles.lines} data-part={part}>
        <legend>{editor[part]}:</legend>
        {missing && lines.length === 0 && <p className={styles.missing}>{missing}</p>}
        <ol>{lines.slice(0, MOST_OPEN).map(lineAt)}</ol>
        {rest.length > 0 && (
          <details className={styles.rest}>
            <summary>{said.rest(rest.length)}</summary>
            <ol start={MOST_OPEN + 1}>{rest.map((line, at) => lineAt(line, at + MOST_OPEN))}</ol>
          </details>
        )}
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
        {lines.length >= MOST[part] && <p className={styles.missing}>{said.full(MOST[part])}</p>}
        <AddRecipient
          reportId={reportId}
          part={part}
          organizations={organizations.filter(({ id }) => !chosen.has(id))}
          choose={({ id, name }) =>
            put([...lines, { text: name, organizationId: id, means: 'system' }], said.added(1))
          }
          write={(typed) => {
            const [text = ''] = typed;
            if (typed.length > 1) take(lines.length - 1, typed);
            else put([...lines, lineOf(text.trim(), names)], said.added(1));
          }}
        />
        <div className={styles.told}>
          <div role="status">
            {undo ? told?.text : <VisuallyHidden>{told?.text}</VisuallyHidden>}
          </div>
          {undo && (
            <Button
              data-undo
              size="compact-xs"
              variant="default"
              onClick={() => {
                change(undo.before);
                tell(null);
                wanted.current = { at: null, control: `[name="${part}"]` };
              }}
            >
              {said.undo}
            </Button>
          )}
        </div>
      </fieldset>
    );
  },
);
