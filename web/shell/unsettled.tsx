// What of my way in does not stand yet? Whoever is told of it before it takes effect can say that they have not asked for it.
import { Button } from '@mantine/core';
import type { Me } from '../../functions/contracts/views.ts';
import { callOffAccess } from '../api/administration.ts';
import { usePress } from '../api/press.ts';
import { Notice } from '../parts/notice.tsx';
import { waitingPowers } from '../parts/power.ts';
import { momentOf } from '../parts/time.ts';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import styles from './unsettled.module.css';

const said = words.unsettled;

export const Unsettled = ({ person, unsettled }: Me) => {
  const callOff = usePress((_: null, key) => callOffAccess(person.organizationId, person.id, key));
  if (unsettled.length === 0) return null;
  return (
    <Notice tone="warn" isApart title={said.title}>
      <div className={styles.unsettled}>
        <div>
          {unsettled.map(({ what, to, isHeld, standsFrom }) => (
            <p key={`${what} ${isHeld} ${standsFrom}`}>
              {(isHeld ? said.held : said.done)[what](to ?? '')}
            </p>
          ))}
          {waitingPowers(person.roles, unsettled).map(({ does, until }) => (
            <p key={until}>{said.until(does, momentOf(until))}</p>
          ))}
        </div>
        {unsettled.some(({ isHeld }) => isHeld) && (
          <Button
            variant="default"
            loading={callOff.isPending}
            onClick={() => callOff.mutate(null)}
          >
            {said.notMe}
          </Button>
        )}
      </div>
      {callOff.error && <Trouble error={callOff.error} of="access" />}
    </Notice>
  );
};
