// Is there a newer version than this page? Told once and quietly, with the press that takes it up; never without that press.
import { Button } from '@mantine/core';
import { useIsMutating } from '@tanstack/react-query';
import { useState } from 'react';
import { useNewerVersion } from '../parts/newer-version.ts';
import { Notice } from '../parts/notice.tsx';
import { unsentField } from '../session/unsent.ts';
import { words } from '../words/words.ts';

const said = words.newVersion;

/** `isWarned`: something is typed and kept nowhere; `isUnderWay`: a press has not been answered yet, and would be cut off. */
export const VersionNotice = ({
  isWarned,
  isUnderWay,
  reload,
}: {
  isWarned: boolean;
  isUnderWay: boolean;
  reload: () => void;
}) => (
  <Notice tone="house" role="status" isApart>
    {isWarned ? said.unsent : said.is}{' '}
    <Button
      size="compact-sm"
      variant="default"
      disabled={isUnderWay}
      title={isUnderWay ? said.underWay : ''}
      onClick={reload}
    >
      {isWarned ? said.anyway : words.app.reload}
    </Button>
  </Notice>
);

const Told = () => {
  const isUnderWay = useIsMutating() > 0;
  const [isWarned, warn] = useState(false);
  const reload = () => {
    const field = isWarned ? null : unsentField();
    if (field === null) return location.reload();
    warn(true);
    // There is what would be lost.
    field.focus();
  };
  return <VersionNotice {...{ isWarned, isUnderWay, reload }} />;
};

export const NewVersion = () => (useNewerVersion() ? <Told /> : null);
