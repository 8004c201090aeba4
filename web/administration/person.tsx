// Who is this person here? Let in, changed, or no longer at work.
import { Alert, Anchor, Button, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonRecord } from '../../functions/contracts/directory-views.ts';
import type { PersonEntry } from '../../functions/domain/directory-entry.ts';
import { api, ifUnchanged, pressed, read } from '../api/client.ts';
import { person } from '../api/directory-queries.ts';
import { usePress } from '../api/press.ts';
import { me } from '../api/queries.ts';
import { Confirm } from '../pieces/ask.tsx';
import { Answer } from '../pieces/outcome.tsx';
import { Screen } from '../pieces/screen.tsx';
import { momentOf } from '../pieces/time.ts';
import { words } from '../words/words.ts';
import { EMPTY_PERSON, PersonForm } from './person-form.tsx';

const { person: said } = words.administration;

/** Where somebody of an organization is listed. */
const Back = ({ organizationId }: { organizationId: string }) => {
  const isOwn = organizationId === useSuspenseQuery(me).data.organization.id;
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
    (json: PersonEntry, key) =>
      read(
        api.directory[':organizationId'].people.$post({
          param: { organizationId },
          header: pressed(key),
          json,
        }),
      ),
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
    (json: PersonEntry, key) =>
      read(
        api.directory[':organizationId'].people.$post({
          param: { organizationId },
          header: pressed(key),
          json,
        }),
      ),
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

/** Ending is asked about; whoever is back only pressed the wrong name before. */
const Office = ({ known }: { known: PersonRecord }) => {
  const [isAsking, setAsking] = useState(false);
  const { chain } = useSuspenseQuery(me).data.organization.settings;
  const { organizationId, id: personId, name } = known;
  const at = api.directory[':organizationId'].people[':personId'];
  const over = isOver(known);
  const press = usePress(
    (_: null, key) => {
      const wish = { param: { organizationId, personId }, header: pressed(key) };
      return read(over ? at.resumption.$post(wish) : at.end.$post(wish));
    },
    () => setAsking(false),
  );
  if (over) {
    return (
      <Button variant="default" loading={press.isPending} onClick={() => press.mutate(null)}>
        {said.resume}
      </Button>
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
        isGrave
      >
        <Text>{said.endQuestion(name)}</Text>
        {chain.some(({ people }) => people.includes(personId)) && (
          <Text mt="sm">{said.endInChain}</Text>
        )}
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

const Known = ({ known }: { known: PersonRecord }) => {
  const { organizationId, id: personId, name, version, validUntil } = known;
  const save = usePress((json: PersonEntry) =>
    read(
      api.directory[':organizationId'].people[':personId'].$put({
        param: { organizationId, personId },
        header: ifUnchanged(version),
        json,
      }),
    ),
  );
  return (
    <Screen title={name} help={said.changeHelp} presses={<Back organizationId={organizationId} />}>
      {isOver(known) && validUntil && (
        <Alert color="orange" mb="md">
          {said.over(momentOf(validUntil))}
        </Alert>
      )}
      {known.roles.includes('signer') && !known.hasKey && (
        <Alert color="orange" mb="md">
          {said.noKey}
        </Alert>
      )}
      <PersonForm
        key={version}
        begun={entryIn(known)}
        name={name}
        save={save}
        onSave={save.mutate}
        others={<Office known={known} />}
      />
    </Screen>
  );
};

export const Person = () => {
  const { organizationId, personId } = useParams({
    from: '/office/danh-ba/$organizationId/nguoi-dung/$personId',
  });
  return (
    <Answer asked={useQuery(person(organizationId, personId))}>
      {(known) => <Known known={known} />}
    </Answer>
  );
};
