// Trình ký: a last look at who will decide on it and where it will go, then it is submitted; or it is said here why it cannot be.
import { Button, List, Text } from '@mantine/core';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { memo, useEffect, useState } from 'react';
import type { ReportView } from '../../../functions/contracts/views.ts';
import type { Finding, Path } from '../../../functions/domain/content/finding.ts';
import { deliveredTo } from '../../../functions/domain/content/report-content.ts';
import {
  checkReport,
  listOrganizations,
  listPeople,
  readMe,
  submitReport,
} from '../../api/drafting.ts';
import { submitted } from '../../api/effects.ts';
import { usePress } from '../../api/press.ts';
import { ProblemError } from '../../api/problem.ts';
import { Confirm } from '../../parts/ask.tsx';
import { destinationsOf } from '../../parts/destinations.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { sentenceOf, toldOnce } from '../../parts/trouble/finding-line.tsx';
import { Why } from '../../parts/trouble/why.tsx';
import { words } from '../../words/words.ts';
import { Amiss } from './amiss.tsx';
import { errorsIn, placesOf, type RefusedSubmit } from './places-amiss.ts';
import classes from './submit-dialog.module.css';

const said = words.submit;

/** Known before the press, and said before it. One object: what has not changed is not told again. */
const NOBODY_ASKED = new ProblemError('chain_empty');

/** Where one goes from here: to a place in the report, or to the findings. */
type Way = { path: Path } | 'findings';

export const SubmitDialog = memo(
  ({
    report,
    revision,
    isSaved,
    isUploading,
    deskFinds,
    onRefused,
    look,
    go,
  }: {
    report: ReportView;
    revision: number;
    isSaved: boolean;
    /** Files are on their way to it. */
    isUploading: boolean;
    /** What the desk finds beside the check, as the printed pages show it; the bar counts it as well. */
    deskFinds: Finding | null;
    /** Hears of each refusal and of which revision, so that its places are marked; null: there is none any more. */
    onRefused: (refusal: RefusedSubmit | null) => void;
    /** Leads to the findings. */
    look: () => void;
    /** Leads to a place in the report. */
    go: (path: Path) => void;
  }) => {
    const [isOpen, setOpen] = useState(false);
    const [way, leaveFor] = useState<Way | null>(null);
    const queries = useQueryClient();
    const { chain } = useSuspenseQuery(readMe()).data.organization.settings;
    const known = useQuery({ ...listPeople(), enabled: isOpen });
    const { data: directory = [] } = useQuery({ ...listOrganizations(), enabled: isOpen });
    const nameOf = (id: string) =>
      known.data ? (known.data.items.find((person) => person.id === id)?.name ?? said.gone) : '…';
    const namesOf = (ids: string[]) => ids.map(nameOf).join(', ');
    const checked = useQuery({ ...checkReport(report.id, revision), enabled: isOpen });
    const found = checked.data?.findings ?? [];
    const warned = found.filter(({ severity }) => severity === 'warning');
    const warnings = deskFinds ? [...warned, deskFinds] : warned;
    const isToNobody = deliveredTo(report.content).length === 0;
    const submit = usePress(
      ({ seen, passedOver }: { seen: number; passedOver: string[] }, key) =>
        submitReport(report.id, seen, { passedOver }, key),
      () => setOpen(false),
      (made) => [submitted({ reportId: report.id, ...made })],
    );
    const error = isOpen ? (submit.error ?? (chain.length === 0 ? NOBODY_ASKED : null)) : null;
    /** What is shown is to be what is submitted, whole. */
    const waitsFor = isUploading ? said.uploading : isSaved ? null : said.notSaved;
    const open = () => {
      submit.reset();
      onRefused(null);
      leaveFor(null);
      setOpen(true);
      // The steps may have been changed since one came in.
      void queries.invalidateQueries({ queryKey: readMe().queryKey });
    };
    const press = () => {
      // They have been shown above the press, which says so.
      const passedOver = warned.map(({ rule }) => rule);
      submit.mutate(
        { seen: revision, passedOver },
        {
          onError: (refusal) => {
            if (!(refusal instanceof ProblemError)) return;
            // What the check finds is told in the dialog itself.
            if (refusal.code === 'findings_open') void checked.refetch();
            else onRefused({ of: revision, error: refusal });
          },
        },
      );
    };
    const leave = (to: Way) => {
      leaveFor(to);
      setOpen(false);
    };
    useEffect(() => {
      if (way === null || isOpen) return;
      if (way === 'findings') look();
      else go(way.path);
      leaveFor(null);
    }, [way, isOpen, look, go]);
    const goThere = (path: Path) => leave({ path });
    const errors = submit.error ? [] : errorsIn(found);
    return (
      <>
        <Button disabled={waitsFor !== null} title={waitsFor ?? ''} onClick={open}>
          {said.press}
        </Button>
        <Confirm
          isOpen={isOpen}
          close={() => setOpen(false)}
          // Whoever goes to a place is left there.
          returnsFocus={way === null}
          title={said.title}
          press={warnings.length > 0 || isToNobody ? said.passOver : said.press}
          isPressed={submit.isPending || checked.isPending || waitsFor !== null}
          error={error}
          of="submit"
          amiss={
            <Amiss places={placesOf(error, report.content, found, chain, nameOf)} go={goThere} />
          }
          onPress={press}
        >
          {chain.length > 0 && (
            <>
              <Text>{said.question(namesOf(chain[0]?.people ?? []))}</Text>
              <Text size="sm" mt="sm">
                {said.chain}
              </Text>
              <List type="ordered" size="sm">
                {chain.map(({ kind, people: asked, needed }) => (
                  <List.Item key={`${kind} ${asked.join()}`}>
                    {`${words.life.roundKind[kind]}: ${namesOf(asked)}`}
                    {asked.length > 1 && ` (${said.needed(needed, asked.length)})`}
                  </List.Item>
                ))}
              </List>
            </>
          )}
          <div className={classes.destinations}>
            <Facts facts={destinationsOf(report.content, directory)} />
          </div>
          {isToNobody && (
            <Notice tone="warn" isApart>
              <Text size="sm">{said.toNobody}</Text>
              <Button
                mt="xs"
                size="compact-sm"
                variant="default"
                onClick={() => goThere(['recipients'])}
              >
                {said.toRecipients}
              </Button>
            </Notice>
          )}
          {report.content.attachments.length > 0 && (
            <Text size="sm" mt="sm">
              {words.attachments.count(report.content.attachments.length)}
            </Text>
          )}
          {errors.length > 0 && (
            <Notice tone="bad" isApart>
              <Text size="sm">{words.refused.submit.input_invalid}</Text>
              <Amiss places={errors} go={goThere} />
            </Notice>
          )}
          {warnings.length > 0 && (
            <>
              <Text size="sm" mt="sm">
                {said.findings(warnings.length)}
              </Text>
              <List size="sm" className={classes.findings ?? ''} tabIndex={0}>
                {toldOnce(warnings).map(({ finding, places }) => (
                  <List.Item key={finding.vi}>
                    {sentenceOf(finding, places)}
                    <Why rule={finding.rule} />
                  </List.Item>
                ))}
              </List>
              <Button mt="xs" size="compact-sm" variant="default" onClick={() => leave('findings')}>
                {said.lookAgain}
              </Button>
            </>
          )}
          {waitsFor !== null && (
            <Text size="sm" mt="sm" role="status">
              {waitsFor}
            </Text>
          )}
        </Confirm>
      </>
    );
  },
);
