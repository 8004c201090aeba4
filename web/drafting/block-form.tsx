// How is one block written? Its shape, its words, and where it stands.
import { ActionIcon, NativeSelect, Textarea } from '@mantine/core';
import { type Dispatch, memo, useRef } from 'react';
import { type Block, plainText } from '../../functions/domain/report-content.ts';
import { words } from '../words/words.ts';
import { type BlockShape, reshape, shapeOf } from './block-shape.ts';
import type { Edit } from './desk.ts';
import { isStyled, restyle, retext } from './edit-runs.ts';
import styles from './editor.module.css';
import { useFieldProblem } from './field-problems.ts';
import { StyledText } from './styled-text.tsx';
import { TableGrid } from './table-grid.tsx';

type Written = Exclude<Block, { kind: 'table' }>;

const SHAPES = Object.keys(words.editor.shapes) as BlockShape[];

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
        <NativeSelect
          size="xs"
          aria-label={editor.shape(place)}
          value={shapeOf(block)}
          onChange={(event) => {
            const shape = SHAPES.find((each) => each === event.currentTarget.value);
            if (shape) rewrite(reshape(block, shape));
          }}
          data={SHAPES.map((value) => ({ value, label: editor.shapes[value] }))}
        />
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
