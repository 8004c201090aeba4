// With what may the office's reports begin? Its own templates, kept from documents that it issued.
import { Button, Group, NativeSelect, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DOCUMENT_TYPES, type DocumentType } from '../../functions/domain/content/document-type.ts';
import { LONGEST_TEMPLATE_NAME } from '../../functions/domain/content/lengths.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import type { TemplateName } from '../../functions/domain/outlines/template.ts';
import { keepTemplate, listTemplates, readMe, removeTemplate } from '../api/drafting.ts';
import { usePress } from '../api/press.ts';
import type { FieldPath } from '../api/problem.ts';
import { listOutgoing } from '../api/registry.ts';
import { Confirm } from '../parts/ask.tsx';
import { TemplateIcon } from '../parts/icons.tsx';
import { Empty } from '../parts/lists/empty.tsx';
import { Rows, Table } from '../parts/lists/rows.tsx';
import { YearSelect } from '../parts/lists/year-select.tsx';
import { Screen } from '../parts/screen.tsx';
import { presentYear } from '../parts/time.ts';
import {
  FieldProblems,
  fieldsOf,
  useFieldProblem,
  worded,
} from '../parts/trouble/field-problems.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { words } from '../words/words.ts';

const { templates: said } = words.administration;
const TYPES = Object.keys(DOCUMENT_TYPES) as DocumentType[];

const nameOf = ([field]: FieldPath): string => (field === 'help' ? said.useWhen : said.name);

const Naming = ({
  named,
  change,
}: {
  named: TemplateName;
  change: (named: TemplateName) => void;
}) => (
  <>
    <TextInput
      label={said.name}
      value={named.name}
      onChange={({ currentTarget: { value } }) => change({ ...named, name: value })}
      error={useFieldProblem('name')}
      data-autofocus
      autoComplete="off"
    />
    <Textarea
      mt="sm"
      label={said.useWhen}
      value={named.help}
      onChange={({ currentTarget: { value } }) => change({ ...named, help: value })}
      error={useFieldProblem('help')}
      rows={2}
    />
  </>
);

/** Kept for the first time, or under another name: the same press. */
const Keep = ({
  reportId,
  press,
  label,
  begun,
}: {
  reportId: string;
  press: string;
  label: string;
  begun: TemplateName;
}) => {
  const [isAsking, setAsking] = useState(false);
  const [named, setNamed] = useState(begun);
  const keep = usePress(
    (name: TemplateName) => keepTemplate(reportId, name),
    () => setAsking(false),
  );
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={label}
        onClick={() => {
          setNamed(begun);
          setAsking(true);
        }}
      >
        {press}
      </Button>
      <Confirm
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={press}
        press={words.administration.save}
        onPress={() => keep.mutate(named)}
        isPressed={keep.isPending}
        error={keep.error}
        of="template"
      >
        <FieldProblems value={worded(fieldsOf(keep.error), nameOf)}>
          <Naming named={named} change={setNamed} />
        </FieldProblems>
      </Confirm>
    </>
  );
};

const Remove = ({ reportId, name }: { reportId: string; name: string }) => {
  const [isAsking, setAsking] = useState(false);
  const remove = usePress(
    (_: null, key) => removeTemplate(reportId, key),
    () => setAsking(false),
  );
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={said.removeOf(name)}
        onClick={() => setAsking(true)}
      >
        {said.remove}
      </Button>
      <Confirm
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={said.remove}
        press={said.remove}
        onPress={() => remove.mutate(null)}
        isPressed={remove.isPending}
        error={remove.error}
        of="template"
        isGrave
      >
        <Text>{said.removeQuestion(name)}</Text>
      </Confirm>
    </>
  );
};

const Own = () => (
  <Loaded asked={useQuery(listTemplates())}>
    {({ items }) => (
      <Table
        name={said.title}
        items={items.filter(({ own }) => own)}
        keyOf={({ id }) => id}
        empty={<Empty icon={TemplateIcon}>{said.empty}</Empty>}
        columns={[
          { name: said.name, cell: ({ name }) => name },
          { name: said.useWhen, cell: ({ help }) => help },
          { name: said.type, cell: ({ type }) => DOCUMENT_TYPES[type].name },
          {
            name: said.presses,
            cell: ({ id, name, help }) => (
              <Group gap="xs">
                <Keep
                  reportId={id}
                  press={said.rename}
                  label={said.renameOf(name)}
                  begun={{ name, help }}
                />
                <Remove reportId={id} name={name} />
              </Group>
            ),
          },
        ]}
      />
    )}
  </Loaded>
);

const Issued = () => {
  const { settings } = useSuspenseQuery(readMe()).data.organization;
  const perType = settings.series === 'perType';
  const [year, setYear] = useState(presentYear);
  const [type, setType] = useState<DocumentType>('baoCao');
  return (
    <>
      <Group mb="md" align="flex-end">
        <YearSelect year={year} choose={setYear} />
        {perType && (
          <NativeSelect
            label={words.registers.series}
            value={type}
            onChange={({ currentTarget: { value } }) =>
              setType(TYPES.find((each) => each === value) ?? type)
            }
            data={TYPES.map((value) => ({ value, label: DOCUMENT_TYPES[value].name }))}
          />
        )}
      </Group>
      <Rows
        name={said.from}
        asked={useInfiniteQuery(listOutgoing(year, perType ? type : 'all', {}))}
        keyOf={({ number }) => String(number)}
        empty={<Empty next={words.help.empty.issued}>{words.registers.empty(year)}</Empty>}
        columns={[
          {
            name: words.reports.number,
            cell: ({ number, symbol }) => printedNumber(number, symbol),
          },
          { name: words.reports.subject, cell: ({ typeAndSubject }) => typeAndSubject },
          {
            name: said.presses,
            cell: ({ reportId, typeAndSubject }) => (
              <Keep
                reportId={reportId}
                press={said.keep}
                label={said.keepOf(typeAndSubject)}
                begun={{ name: typeAndSubject.slice(0, LONGEST_TEMPLATE_NAME), help: '' }}
              />
            ),
          },
        ]}
      />
    </>
  );
};

export const Templates = () => (
  <Screen title={said.title} help={said.help}>
    <Own />
    <Title order={2} size="h4" mt="xl" mb="md">
      {said.from}
    </Title>
    <Issued />
  </Screen>
);
