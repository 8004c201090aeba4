// Which files go with a document, and how are they downloaded?
import { Anchor } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FileLinkView } from '../../../functions/contracts/views.ts';
import type { Attachment } from '../../../functions/domain/content/attachment.ts';
import { words } from '../../words/words.ts';
import { Card } from '../card.tsx';
import { Trouble } from '../trouble/outcome.tsx';
import styles from './attached-files.module.css';
import { sizeOf } from './file-size.ts';

/** Asks for a link to the file with this hash. */
export type LinkFile = (sha256: string) => Promise<FileLinkView>;

/** The name is the press. */
export const FileName = ({
  file: { name, bytes, sha256 },
  link,
}: {
  file: Attachment;
  link: LinkFile;
}) => {
  const download = useMutation({
    // The link says `attachment`: the page stays where it is.
    mutationFn: async () => location.assign((await link(sha256)).url),
  });
  return (
    <div>
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="start"
        className={styles.name ?? ''}
        aria-label={words.attachments.download(name)}
        onClick={() => download.mutate()}
      >
        {name}
      </Anchor>{' '}
      <span className={styles.size}>{sizeOf(bytes)}</span>
      {download.error && <Trouble error={download.error} />}
    </div>
  );
};

/** Nothing where nothing is attached. */
export const AttachedFiles = ({ files, link }: { files: Attachment[]; link: LinkFile }) =>
  files.length > 0 && (
    <Card title={words.attachments.title}>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.sha256}>
            <FileName file={file} link={link} />
          </li>
        ))}
      </ul>
    </Card>
  );
