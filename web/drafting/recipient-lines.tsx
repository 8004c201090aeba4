// To whom does the document go? Printed words, whom they mean, and how it gets there, line by line.
import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import type { OrganizationView } from '../../functions/contracts/views.ts';
import type { RecipientLine, ReportContent } from '../../functions/domain/report-content.ts';
import { words } from '../words/words.ts';
import styles from './editor.module.css';
import { useFieldProblem } from './field-problems.ts';

type Part = 'addressees' | 'recipients';

const MEANS = ['system', 'paper', 'nameOnly'] as const satisfies RecipientLine['means'][];

const Line = ({
  part,
  at,
  line,
  organizations,
  change,
  remove,
}: {
  part: Part;
  at: number;
  line: RecipientLine;
  organizations: OrganizationView[];
  change: (line: RecipientLine) => void;
  remove: () => void;
}) => {
  const { editor } = words;
  const place = at + 1;
  return (
    <li className={styles.recipient}>
      <TextInput
        aria-label={editor.printedWords(place)}
        value={line.text}
        onChange={(event) => change({ ...line, text: event.currentTarget.value })}
        error={useFieldProblem(part, at, 'text')}
      />
      <NativeSelect
        aria-label={editor.organization(place)}
        value={line.organizationId ?? ''}
        onChange={(event) => {
          const chosen = organizations.find(({ id }) => id === event.currentTarget.value);
          change({
            text: line.text || (chosen?.name ?? ''),
            organizationId: chosen?.id ?? null,
            means: chosen ? 'system' : line.means === 'system' ? 'nameOnly' : line.means,
          });
        }}
        error={useFieldProblem(part, at, 'organizationId')}
        data={[
          { value: '', label: editor.noOrganization },
          ...organizations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
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
      <CloseButton aria-label={editor.removeLine(place)} onClick={remove} />
    </li>
  );
};

export const RecipientLines = ({
  part,
  lines,
  organizations,
  archive,
  change,
}: {
  part: Part;
  lines: RecipientLine[];
  organizations: OrganizationView[];
  /** The last line of Nơi nhận; Kính gửi has none. */
  archive: string | null;
  change: (part: Partial<Pick<ReportContent, Part | 'archive'>>) => void;
}) => {
  const { editor } = words;
  const missing = useFieldProblem(part);
  const archiveProblem = useFieldProblem('archive');
  const put = (next: RecipientLine[]) => change({ [part]: next });
  return (
    <fieldset className={styles.lines}>
      <legend>{editor[part]}</legend>
      {missing && lines.length === 0 && <p className={styles.missing}>{missing}</p>}
      <ol>
        {lines.map((line, at) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; it holds no state of its own.
            key={at}
            part={part}
            at={at}
            line={line}
            organizations={organizations}
            change={(next) => put(lines.with(at, next))}
            remove={() => put(lines.toSpliced(at, 1))}
          />
        ))}
      </ol>
      <Button
        size="xs"
        variant="default"
        onClick={() => put([...lines, { text: '', organizationId: null, means: 'nameOnly' }])}
      >
        {part === 'addressees' ? editor.addAddressee : editor.addRecipient}
      </Button>
      {archive !== null && (
        <TextInput
          mt="sm"
          label={editor.archive}
          value={archive}
          onChange={(event) => change({ archive: event.currentTarget.value })}
          error={archiveProblem}
        />
      )}
    </fieldset>
  );
};
