// How is an issued document downloaded? As the signed PDF, or as the DOCX that is for reuse only.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { linkIssuedFile } from '../../api/archive.ts';
import { words } from '../../words/words.ts';
import { Trouble } from '../trouble/outcome.tsx';

export const Download = ({ reportId }: { reportId: string }) => {
  const download = useMutation({
    mutationFn: async (format: 'pdf' | 'docx') => {
      // The link says `attachment`: the page stays where it is.
      location.assign((await linkIssuedFile(reportId, format)).url);
    },
  });
  const press = (format: 'pdf' | 'docx', name: string) => (
    <Button
      variant="default"
      loading={download.isPending && download.variables === format}
      onClick={() => download.mutate(format)}
    >
      {name}
    </Button>
  );
  return (
    <Stack gap={2}>
      <Group gap="xs">
        {press('pdf', words.follow.downloadPdf)}
        {press('docx', words.follow.downloadDocx)}
      </Group>
      <Text size="xs" c="dimmed">
        {words.follow.docxNote}
      </Text>
      {download.error && <Trouble error={download.error} />}
    </Stack>
  );
};
