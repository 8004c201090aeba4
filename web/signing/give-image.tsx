// How does an image come to the system? One file, chosen once; what is wrong with it is said at once.
import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import type { FileLinkView } from '../../functions/contracts/views.ts';
import { LARGEST_IMAGE } from '../../functions/domain/file-kind.ts';
import { usePress } from '../api/press.ts';
import { ProblemError } from '../api/problem.ts';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import { DrawnImage } from './drawn-image.tsx';

/** In slices: a function takes only so many arguments at once. */
const SLICE = 0x8000;

const base64Of = async (file: File): Promise<string> => {
  // A photograph need not travel to hear it.
  if (file.size > LARGEST_IMAGE) throw new ProblemError('image_too_large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE)
    text += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(text);
};

export const GiveImage = ({
  name,
  help,
  missing,
  image,
  send,
}: {
  name: string;
  help: string;
  missing: string;
  image: FileLinkView | null;
  send: (png: string) => Promise<unknown>;
}) => {
  const give = usePress(async ({ file }: { file: File }) => send(await base64Of(file)));
  return (
    <Stack gap="xs" align="flex-start">
      {image ? <DrawnImage image={image} name={name} /> : <Text>{missing}</Text>}
      <Group gap="sm">
        <FileButton accept="image/png" onChange={(file) => file && give.mutate({ file })}>
          {(props) => (
            <Button {...props} variant="default" loading={give.isPending}>
              {words.signing.chooseImage}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {help}
        </Text>
      </Group>
      {give.error && <Trouble error={give.error} of="image" />}
    </Stack>
  );
};
