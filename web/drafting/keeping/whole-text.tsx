// What does a version say, from its subject to its last block? As plain text, to be read and copied from.
import { Text } from '@mantine/core';
import { type Block, plainText, textOf } from '../../../functions/domain/content/block.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import styles from './words-set-aside.module.css';

/** A table row by row, with tabs between its cells as a spreadsheet takes them. */
const linesOf = (block: Block): string[] =>
  block.kind === 'table' ? block.rows.map((row) => row.map(plainText).join('\t')) : [textOf(block)];

export const WholeText = ({ content, label }: { content: ReportContent; label: string }) => (
  <details>
    <summary>{label}</summary>
    <Text size="sm" component="div" className={styles.whole ?? ''} tabIndex={0}>
      {[content.subject, ...content.blocks.flatMap(linesOf)].join('\n')}
    </Text>
  </details>
);
