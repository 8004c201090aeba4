// Which files go with a document, and how are they read or downloaded?
import { Anchor } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FileLinkView } from '../../../functions/contracts/views.ts';
import type { Attachment } from '../../../functions/domain/content/attachment.ts';
import { words } from '../../words/words.ts';
import { Card } from '../card.tsx';
import { IconPress } from '../icon-press.tsx';
import { DownloadIcon } from '../icons.tsx';
import { Trouble } from '../trouble/outcome.tsx';
import styles from './attached-files.module.css';
import { sizeOf } from './file-size.ts';

/** Asks for a link to the file with this hash. */
export type LinkFile = (sha256: string) => Promise<FileLinkView>;

/** The rest a page cannot draw. */
const isPdf = ({ name }: Attachment) => /\.pdf$/i.test(name);

/** The name is the press: it is read here, where there is room to read and it can be drawn, or else downloaded. */
export const FileName = ({
  file,
  link,
  read,
}: {
  file: Attachment;
  link: LinkFile;
  read?: ((file: Attachment) => void) | undefined;
}) => {
  const { name, bytes, sha256 } = file;
  const download = useMutation({
    // The link says `attachment`: the page stays where it is.
    mutationFn: async () => location.assign((await link(sha256)).url),
  });
  const isRead = read && isPdf(file);
  const said = words.attachments;
  return (
    <div className={styles.line}>
      <div>
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="start"
          className={styles.name ?? ''}
          aria-label={isRead ? said.read(name) : said.download(name)}
          onClick={() => (isRead ? read(file) : download.mutate())}
        >
          {name}
        </Anchor>{' '}
        <span className={styles.size}>{sizeOf(bytes)}</span>
        {download.error && <Trouble error={download.error} />}
      </div>
      {isRead && (
        <IconPress name={said.download(name)} onClick={() => download.mutate()}>
          <DownloadIcon />
        </IconPress>
      )}
    </div>
  );
};

/** Nothing where nothing is attached. `read`: where a screen has room for what is read. */
export const AttachedFiles = ({
  files,
  ...ways
}: {
  files: Attachment[];
  link: LinkFile;
  read?: (file: Attachment) => void;
}) =>
  files.length > 0 && (
    <Card title={words.attachments.title}>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.sha256}>
            <FileName file={file} {...ways} />
          </li>
        ))}
      </ul>
    </Card>
  );
