// What does the decree's check find, and how is it put right? Each finding beside its place, which a press leads to, and a press where a machine can help.
import { Button, Text } from '@mantine/core';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import type { Finding, Path } from '../../../functions/domain/content/finding.ts';
import { FindingLine } from '../../parts/trouble/finding-line.tsx';
import { words } from '../../words/words.ts';
import type { CaretTeller } from '../desk/caret.ts';
import { useBeside } from './beside.ts';
import styles from './findings.module.css';
import { nameOf } from './found.ts';
import { inReadingOrder } from './in-reading-order.ts';

const said = words.editor.findings;

/** The decree's own words for its sources; a habit of offices has none. */
const sourceOf = (source: string) => (source === 'house' ? said.house : said.decree(source));

/** A note of its own memory: there may be hundreds, and most stay while one writes. */
const Note = memo(
  ({
    finding,
    fix,
    go,
  }: {
    finding: Finding;
    fix: (finding: Finding) => void;
    go: (finding: Finding) => void;
  }) => (
    <li data-severity={finding.severity}>
      <FindingLine
        finding={finding}
        source={sourceOf(finding.source)}
        way={said.go}
        go={() => go(finding)}
      >
        {finding.fix && (
          <Button size="compact-xs" variant="light" onClick={() => fix(finding)}>
            {said.fix}
          </Button>
        )}
      </FindingLine>
    </li>
  ),
);

export const Findings = memo(
  ({
    findings,
    isPresent,
    caret,
    fix,
    go,
  }: {
    findings: Finding[];
    /** Are they about the very words on the desk? */
    isPresent: boolean;
    /** Where one writes, the notes on it stand beside it. */
    caret: CaretTeller;
    fix: (finding: Finding) => void;
    go: (path: Path) => void;
  }) => {
    const list = useRef<HTMLOListElement>(null);
    const notes = useMemo(() => inReadingOrder(findings), [findings]);
    const [chosen, choose] = useState<string | null>(null);
    useBeside(list, notes, chosen, caret);
    const goThere = useCallback(
      (finding: Finding) => {
        choose(nameOf(finding));
        go(finding.path);
      },
      [go],
    );
    return (
      <section aria-label={said.title} className={styles.findings}>
        {findings.length === 0 ? (
          <Text size="sm" p="sm" c="dimmed">
            {isPresent ? said.none : said.checking}
          </Text>
        ) : (
          <ol ref={list}>
            {notes.map((finding) => (
              <Note key={nameOf(finding)} finding={finding} fix={fix} go={goThere} />
            ))}
          </ol>
        )}
      </section>
    );
  },
);
