// Two have written to one draft: which version is to stay? Both side by side, and a button below each.
import { Button, Text } from '@mantine/core';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { Notice } from '../../parts/notice.tsx';
import { momentOf } from '../../parts/time.ts';
import { Trouble } from '../../parts/trouble/outcome.tsx';
import { words } from '../../words/words.ts';
import { BothVersions } from './both-versions.tsx';
import type { Saved } from './sitting.ts';

const said = words.editor.conflict;

/** It is asked until the API has both: what is chosen in the draft, and the other set aside. */
export const Conflict = ({
  mine,
  theirs,
  keepMine,
  takeTheirs,
  isPressed,
  error,
}: {
  mine: ReportContent;
  theirs: Saved;
  keepMine: () => void;
  takeTheirs: () => void;
  isPressed: boolean;
  error: unknown;
}) => (
  <Notice tone="warn" role="alert" title={said.title} isApart>
    <Text size="sm">{said.text}</Text>
    <BothVersions
      one={{
        title: said.mineTitle,
        content: mine,
        press: (
          <Button size="xs" disabled={isPressed} onClick={keepMine}>
            {said.mine}
          </Button>
        ),
      }}
      other={{
        title: said.theirsTitle(momentOf(theirs.updatedAt)),
        content: theirs.content,
        press: (
          <Button size="xs" variant="default" disabled={isPressed} onClick={takeTheirs}>
            {said.theirs}
          </Button>
        ),
      }}
    />
    {error !== null && <Trouble error={error} />}
  </Notice>
);
