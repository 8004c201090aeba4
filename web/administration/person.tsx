// Who is this person here? Let in, changed, or no longer at work.
import { Anchor, Button, List, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonAtWork, PersonRecord } from '../../functions/contracts/directory-views.ts';
import type { PersonEntry } from '../../functions/domain/directory/directory-entry.ts';
import { signsOrSeals } from '../../functions/domain/directory/signs-or-seals.ts';
import {
  addPerson,
  changePerson,
  endOffice,
  readPerson,
  resumeOffice,
} from '../api/administration.ts';
import { readMe } from '../api/drafting.ts';
import { usePress } from '../api/press.ts';
import { Confirm } from '../parts/ask.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { momentOf } from '../parts/time.ts';
import { fieldsOf } from '../parts/trouble/field-problems.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import { Account } from './account.tsx';
import { EMPTY_PERSON, PersonForm } from './person-form.tsx';

const { person: said } = words.administration;

/** Where somebody of an organization is listed. */
const Back = ({ organizationId }: { organizationId: string }) => {
  const isOwn = organizationId === useSuspenseQuery(readMe()).data.organization.id;
  return (
    <Anchor component={Link} to={isOwn ? '/danh-ba' : `/danh-ba/${organizationId}`}>
      {said.back}
    </Anchor>
  );
};

export const NewPerson = () => {
  const { organizationId } = useParams({ from: '/office/danh-ba/$organizationId/them-nguoi' });
  const navigate = useNavigate();
  const add = usePress(
    (entry: PersonEntry, key) => addPerson(organizationId, entry, key),
    ({ id: personId }) =>
      void navigate({
        to: '/danh-ba/$organizationId/nguoi-dung/$personId',
        params: { organizationId, personId },
      }),
  );
  return (
    <Screen title={said.add} help={said.help} presses={<Back organizationId={organizationId} />}>
      <PersonForm begun={EMPTY_PERSON} name={said.add} save={add} onSave={add.mutate} />
    </Screen>
  );
};

const FIRST: PersonEntry = { ...EMPTY_PERSON, roles: ['administrator'] };

/** Of an office that one has entered: with that it keeps itself, so one is not led to what one may not see any more. */
export const FirstAdministrator = () => {
  const { organizationId } = useParams({
    from: '/office/danh-ba/$organizationId/quan-tri-dau-tien',
  });
  const navigate = useNavigate();
  const add = usePress(
    (entry: PersonEntry, key) => addPerson(organizationId, entry, key),
    () => void navigate({ to: '/danh-ba/$organizationId', params: { organizationId } }),
  );
  return (
    <Screen
      title={said.addFirst}
      help={said.addFirstHelp}
      presses={<Back organizationId={organizationId} />}
    >
      <PersonForm
        begun={FIRST}
        name={said.addFirst}
        save={add}
        onSave={add.mutate}
        asksRoles={false}
      />
    </Screen>
  );
};

const isOver = ({ validUntil }: PersonRecord) =>
  validUntil !== null && Date.parse(validUntil) <= Date.now();

/** Whoever keeps the office from above is told that something waits, not what. */
const hasWork = ({ waiting, hasMore }: PersonAtWork): boolean => waiting.length > 0 || hasMore;

/** What the person has to decide now, and that the office's steps name them: said before they can do it no more. */
const Unfinished = ({ known }: { known: PersonAtWork }) => {
  const { id, waiting, hasMore } = known;
  const { chain } = useSuspenseQuery(readMe()).data.organization.settings;
  return (
    <>
      {waiting.length === 0 && hasMore && <Text mt="sm">{said.waitingUnnamed}</Text>}
      {waiting.length > 0 && (
        <>
          <Text mt="sm">{said.waiting}</Text>
          <List size="sm" mt="xs">
            {waiting.map((subject, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two reports may have one subject.
              <List.Item key={index}>{subject}</List.Item>
            ))}
            {hasMore && <List.Item>{said.waitingMore}</List.Item>}
          </List>
        </>
      )}
      {hasWork(known) && <Text mt="sm">{said.waitingHelp}</Text>}
      {chain.some(({ people }) => people.includes(id)) && <Text mt="sm">{said.endInChain}</Text>}
    </>
  );
};

/** Ending is asked about; whoever is back only pressed the wrong name before. */
const Office = ({ known }: { known: PersonAtWork }) => {
  const [isAsking, setAsking] = useState(false);
  const { organizationId, id: personId, name } = known;
  const over = isOver(known);
  const press = usePress(
    (_: null, key) => (over ? resumeOffice : endOffice)(organizationId, personId, key),
    () => setAsking(false),
  );
  if (over) {
    return (
      <>
        <Button variant="default" loading={press.isPending} onClick={() => press.mutate(null)}>
          {said.resume}
        </Button>
        {press.error && <Trouble error={press.error} of="person" />}
      </>
    );
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {said.end}
      </Button>
      <Confirm
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={said.end}
        press={said.end}
        onPress={() => press.mutate(null)}
        isPressed={press.isPending}
        error={press.error}
        of="person"
        isGrave
      >
        <Text>{said.endQuestion(name)}</Text>
        <Unfinished known={known} />
      </Confirm>
    </>
  );
};

const entryIn = ({ name, title, email, roles, signatureBlock }: PersonRecord): PersonEntry => ({
  name,
  title,
  email,
  roles,
  signature: signatureBlock && {
    authority: signatureBlock.authority,
    titles: signatureBlock.titles,
  },
});

/** By which people decide what waits for them. */
const DECIDING = ['reviewer', 'signer'] as const;

const Known = ({ known }: { known: PersonAtWork }) => {
  const { organizationId, id: personId, name, version, validUntil } = known;
  /** What is saved once it is clear what the person leaves undone. */
  const [isAsked, ask] = useState<PersonEntry | null>(null);
  const save = usePress(
    (entry: PersonEntry) => changePerson(organizationId, personId, version, entry),
    () => ask(null),
  );
  const me = useSuspenseQuery(readMe()).data;
  const inSteps = me.organization.settings.chain.some(({ people }) => people.includes(personId));
  const onSave = (entry: PersonEntry) => {
    const loses = DECIDING.some(
      (role) => known.roles.includes(role) && !entry.roles.includes(role),
    );
    if (loses && (hasWork(known) || inSteps)) ask(entry);
    else save.mutate(entry);
  };
  return (
    <Screen title={name} help={said.changeHelp} presses={<Back organizationId={organizationId} />}>
      {isOver(known) && validUntil && (
        <Notice tone="warn" isApart>
          {said.over(momentOf(validUntil))}
        </Notice>
      )}
      {known.roles.includes('signer') && !known.hasKey && (
        <Notice tone="warn" isApart>
          {said.noKey}
        </Notice>
      )}
      <PersonForm
        key={version}
        begun={entryIn(known)}
        name={name}
        save={save}
        onSave={onSave}
        others={<Office known={known} />}
        emailHelp={signsOrSeals(known) ? said.emailHeldHelp : said.emailHelp}
      />
      {!isOver(known) && <Account known={known} isOwn={me.person.id === personId} />}
      <Confirm
        isOpen={isAsked !== null}
        close={() => ask(null)}
        title={said.roleGoes}
        press={said.roleGoes}
        onPress={() =>
          isAsked &&
          save.mutate(isAsked, {
            // What is wrong is marked in the form, which the question stands before.
            onError: (refusal) => fieldsOf(refusal).length > 0 && ask(null),
          })
        }
        isPressed={save.isPending}
        error={save.error}
        of="person"
        isGrave
      >
        <Text>{said.roleGoesQuestion(name)}</Text>
        <Unfinished known={known} />
      </Confirm>
    </Screen>
  );
};

export const Person = () => {
  const { organizationId, personId } = useParams({
    from: '/office/danh-ba/$organizationId/nguoi-dung/$personId',
  });
  return (
    <Loaded asked={useQuery(readPerson(organizationId, personId))}>
      {(known) => <Known known={known} />}
    </Loaded>
  );
};
