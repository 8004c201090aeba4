// What stands below the text of the paper? Who signs, in whose name; the directory says it, where the office has said who signs.
import { Button } from '@mantine/core';
import { memo } from 'react';
import type { SignatureBlock } from '../../../functions/domain/content/report-content.ts';
import { words } from '../../words/words.ts';
import type { Fields } from '../desk/desk.ts';
import { PaperField } from './paper-field.tsx';
import styles from './sheet.module.css';

export const SignatureFields = memo(
  ({
    signature,
    signer,
    change,
  }: {
    signature: SignatureBlock;
    /** Whoever signs at the end of the office's own steps, as they are printed; null where the office has not said who does. */
    signer: SignatureBlock | null;
    change: (part: Partial<Fields>) => void;
  }) => {
    const editor = words.editor;
    const sign = (part: Partial<SignatureBlock>) =>
      change({ signature: { ...signature, ...part } });
    const isGiven = signer !== null;
    const differs = isGiven && JSON.stringify(signature) !== JSON.stringify(signer);
    return (
      <section aria-label={editor.signature} className={styles.signature}>
        <PaperField
          name="signature.authority"
          label={editor.authority}
          value={signature.authority ?? ''}
          change={(value) => sign({ authority: value || null })}
          look={styles.strong}
          isGiven={isGiven}
        />
        <PaperField
          name="signature.titles"
          label={editor.titles}
          value={signature.titles.join('\n')}
          change={(value) => sign({ titles: value.split('\n') })}
          look={styles.strong}
          isMany
          isGiven={isGiven}
        />
        <p className={styles.room}>{editor.signatureRoom}</p>
        <PaperField
          name="signature.name"
          label={editor.signerName}
          value={signature.name}
          change={(name) => sign({ name })}
          look={styles.strong}
          isGiven={isGiven}
        />
        {differs && (
          <Button size="compact-xs" variant="default" onClick={() => sign(signer)}>
            {editor.signatureOfSigner}
          </Button>
        )}
      </section>
    );
  },
);
