// Through whose hands does a report go? Reviews, one after the other, then the one who signs.
import { Button, MultiSelect, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PersonRecord } from '../../functions/contracts/directory-views.ts';
import type { ApprovalRound, Role } from '../../functions/domain/directory/organization.ts';
import type { PersonId } from '../../functions/domain/ids.ts';
import { listStaff } from '../api/administration.ts';
import { useFieldProblem } from '../parts/trouble/field-problems.ts';
import { words } from '../words/words.ts';
import styles from './form.module.css';

const { settings } = words.administration;

type Chain = ApprovalRound[];

/** Who can be asked, and who stands there already: a name that is wrong is shown, not hidden. */
const choicesOf = (people: PersonRecord[], role: Role, chosen: string[]) =>
  people
    .filter(
      ({ id, roles, validUntil }) =>
        chosen.includes(id) || (validUntil === null && roles.includes(role)),
    )
    .map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name }));

const Review = ({
  at,
  round,
  people,
  change,
  remove,
}: {
  at: number;
  round: ApprovalRound;
  people: PersonRecord[];
  change: (round: ApprovalRound) => void;
  remove: () => void;
}) => {
  const wrong = useFieldProblem('chain', at);
  const step = at + 1;
  return (
    <fieldset className={styles.round}>
      <legend>{settings.review(step)}</legend>
      <MultiSelect
        label={settings.reviewers}
        data={choicesOf(people, 'reviewer', round.people)}
        value={round.people}
        onChange={(chosen) =>
          change({
            ...round,
            people: chosen,
            needed: Math.min(round.needed, Math.max(1, chosen.length)),
          })
        }
        error={wrong}
        searchable
      />
      {round.people.length > 1 && (
        <NumberInput
          label={settings.needed}
          min={1}
          max={round.people.length}
          clampBehavior="strict"
          value={round.needed}
          onChange={(needed) => change({ ...round, needed: Number(needed) || 1 })}
        />
      )}
      <div>
        <Button size="compact-sm" variant="default" onClick={remove}>
          {settings.removeReview(step)}
        </Button>
      </div>
    </fieldset>
  );
};

const Signature = ({
  at,
  signer,
  people,
  change,
}: {
  at: number;
  signer: PersonId | null;
  people: PersonRecord[];
  change: (signer: PersonId | null) => void;
}) => {
  const wrong = useFieldProblem('chain', at);
  return (
    <fieldset className={styles.round}>
      <legend>{settings.sign(at + 1)}</legend>
      <Select
        label={settings.signer}
        placeholder={settings.noSigner}
        data={choicesOf(people, 'signer', signer === null ? [] : [signer])}
        value={signer}
        onChange={change}
        error={wrong}
        clearable
      />
    </fieldset>
  );
};

export const ChainFields = ({
  organizationId,
  chain,
  change,
}: {
  organizationId: string;
  chain: Chain;
  change: (chain: Chain) => void;
}) => {
  const people = useQuery(listStaff(organizationId)).data?.items ?? [];
  const reviews = chain.filter(({ kind }) => kind === 'review');
  const signing = chain.filter(({ kind }) => kind === 'sign');
  const signer = signing[0]?.people[0] ?? null;
  const put = (nextReviews: Chain, nextSigner: PersonId | null) =>
    change([
      ...nextReviews,
      ...(nextSigner === null ? [] : [{ kind: 'sign' as const, people: [nextSigner], needed: 1 }]),
    ]);
  return (
    <>
      {reviews.map((round, at) => (
        <Review
          // biome-ignore lint/suspicious/noArrayIndexKey: a round is its place; it holds no state of its own.
          key={at}
          at={at}
          round={round}
          people={people}
          change={(changed) => put(reviews.with(at, changed), signer)}
          remove={() => put(reviews.toSpliced(at, 1), signer)}
        />
      ))}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => put([...reviews, { kind: 'review', people: [], needed: 1 }], signer)}
        >
          {settings.addReview}
        </Button>
      </div>
      <Signature
        at={reviews.length}
        signer={signer}
        people={people}
        change={(chosen) => put(reviews, chosen)}
      />
    </>
  );
};
