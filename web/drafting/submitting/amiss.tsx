// How does one get from a refusal to the places it is about?
import { Button, List } from '@mantine/core';
import type { Path } from '../../../functions/domain/content/finding.ts';
import { words } from '../../words/words.ts';
import type { PlaceAmiss } from './places-amiss.ts';

export const Amiss = ({ places, go }: { places: PlaceAmiss[]; go: (path: Path) => void }) =>
  places.length > 0 && (
    <List size="sm">
      {places.map(({ path, said }) => (
        <List.Item key={`${path?.join('.')} ${said}`}>
          {said}{' '}
          {path && (
            <Button size="compact-xs" variant="default" onClick={() => go(path)}>
              {words.editor.findings.go}
            </Button>
          )}
        </List.Item>
      ))}
    </List>
  );
