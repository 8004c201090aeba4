// How is one block written? Its kind and level, its words, and where it stands.
import { ActionIcon, NativeSelect, Textarea } from '@mantine/core';
import { type Dispatch, memo, useRef } from 'react';
import { type Block, plainText } from '../../functions/domain/report-content.ts';
import { words } from '../words/words.ts';
import type { Edit } from './desk.ts';
import { isStyled, restyle, retext } from './edit-runs.ts';
import styles from './editor.module.css';
import { useFieldProblem } from './field-problems.ts';
import { StyledText } from './styled-text.tsx';
import { TableGrid } from './table-grid.tsx';

type Kind = Block['kind'];
type Written = Exclude<Block, { kind: 'table' }>;

const KINDS = Object.keys(words.editor.kindOf) as Kind[];

const emptyTable = (): Block => ({
  kind: 'table',
  columns: [
    { share: 50, align: 'left' },
    { share: 50, align: 'left' },
  ],
  headerRows: 1,
  rows: [
    [[{ text: '' }], [{ text: '' }]],
    [[{ text: '' }], [{ text: '' }]],
  ],
});

/** The same words as another kind; the level is the nearest that the kind has. */
const asKind = (block: Block, kind: Kind): Block => {
  if (kind === 'table') return block.kind === 'table' ? block : emptyTable();
  const runs = block.kind === 'table' ? [{ text: '' }] : block.runs;
  if (kind === 'heading') return { kind, level: 1, runs };
  if (kind === 'clause') return { kind, level: 2, runs };
  if (kind === 'bullet') return { kind, level: 1, runs };
  return { kind, runs };
};

const levelsOf = (block: Block): Record<number, string> | null =>
  'level' in block ? words.editor.levelOf[block.kind] : null;

const Words = ({
  block,
  at,
  error,
  rewrite,
}: {
  block: Written;
  at: number;
  error: string | null;
  rewrite: (block: Written) => void;
}) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const style = (name: 'bold' | 'italic') => {
    if (!field.current) return;
    const { selectionStart, selectionEnd } = field.current;
    const isAll = selectionStart === selectionEnd;
    const [from, to] = isAll ? [0, field.current.value.length] : [selectionStart, selectionEnd];
    rewrite({ ...block, runs: restyle(block.runs, from, to, name) });
  };
  return (
    <div className={styles.words}>
      <Textarea
        ref={field}
        aria-label={words.editor.text(at + 1)}
        value={plainText(block.runs)}
        onChange={(event) => {
          const text = event.currentTarget.value.replaceAll('\n', ' ');
          rewrite({ ...block, runs: retext(block.runs, text) });
        }}
        onKeyDown={(event) => {
          const name = { b: 'bold', i: 'italic' }[event.key] as 'bold' | 'italic' | undefined;
          if (!name || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          style(name);
        }}
        error={error}
        rows={1}
        classNames={{ input: styles.growing ?? '' }}
        data-kind={block.kind}
      />
      {isStyled(block.runs) && <StyledText runs={block.runs} />}
      <div className={styles.styling}>
        <ActionIcon
          variant="default"
          size="sm"
          aria-label={words.editor.bold}
          onClick={() => style('bold')}
        >
          <strong>B</strong>
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="sm"
          aria-label={words.editor.italic}
          onClick={() => style('italic')}
        >
          <em>I</em>
        </ActionIcon>
      </div>
    </div>
  );
};

/** Changes only when its own block does: a long report stays quick to type in. */
export const BlockForm = memo(
  ({ block, at, dispatch }: { block: Block; at: number; dispatch: Dispatch<Edit> }) => {
    const { editor } = words;
    const place = at + 1;
    const error = useFieldProblem('blocks', at);
    const levels = levelsOf(block);
    const rewrite = (next: Block) => dispatch({ do: 'rewrite', at, block: next });
    const press = (name: string, sign: string, step: Edit) => (
      <ActionIcon
        variant="subtle"
        size="sm"
        aria-label={name}
        title={name}
        onClick={() => dispatch(step)}
      >
        {sign}
      </ActionIcon>
    );
    return (
      <li className={styles.block} aria-label={editor.block(place)}>
        <div className={styles.sort}>
          <NativeSelect
            size="xs"
            aria-label={editor.kind(place)}
            value={block.kind}
            onChange={(event) => {
              const kind = KINDS.find((each) => each === event.currentTarget.value);
              if (kind) rewrite(asKind(block, kind));
            }}
            data={KINDS.map((value) => ({ value, label: editor.kindOf[value] }))}
          />
          {levels && 'level' in block && (
            <NativeSelect
              size="xs"
              aria-label={editor.level(place)}
              value={String(block.level)}
              onChange={(event) =>
                rewrite({ ...block, level: Number(event.currentTarget.value) } as Block)
              }
              data={Object.entries(levels).map(([value, label]) => ({ value, label }))}
            />
          )}
        </div>
        {block.kind === 'table' ? (
          <TableGrid table={block} change={rewrite} error={error} />
        ) : (
          <Words block={block} at={at} error={error} rewrite={rewrite} />
        )}
        <div className={styles.presses}>
          {press(editor.up(place), '↑', { do: 'move', at, by: -1 })}
          {press(editor.down(place), '↓', { do: 'move', at, by: 1 })}
          {press(editor.insertAfter(place), '+', { do: 'insert', at: at + 1 })}
          {press(editor.remove(place), '×', { do: 'remove', at })}
        </div>
      </li>
    );
  },
);
