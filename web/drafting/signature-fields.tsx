// What stands below the text of the paper? Who signs, in whose name.
import { memo } from 'react';
import type { SignatureBlock } from '../../functions/domain/report-content.ts';
import { words } from '../words/words.ts';
import type { Fields } from './desk.ts';
import { PaperField } from './paper-field.tsx';
import styles from './sheet.module.css';

export const SignatureFields = memo(
  ({
    signature,
    change,
  }: {
    signature: SignatureBlock;
    change: (part: Partial<Fields>) => void;
  }) => {
    const { editor } = words;
    const sign = (part: Partial<SignatureBlock>) =>
      change({ signature: { ...signature, ...part } });
    return (
      <section aria-label={editor.signature} className={styles.signature}>
        <PaperField
          name="signature.authority"
          label={editor.authority}
          value={signature.authority ?? ''}
          change={(value) => sign({ authority: value || null })}
          look={styles.strong}
        />
        <PaperField
          name="signature.titles"
          label={editor.titles}
          value={signature.titles.join('\n')}
          change={(value) => sign({ titles: value.split('\n') })}
          look={styles.strong}
          isMany
        />
        <p className={styles.room}>{editor.signatureRoom}</p>
        <PaperField
          name="signature.name"
          label={editor.signerName}
          value={signature.name}
          change={(name) => sign({ name })}
          look={styles.strong}
        />
      </section>
    );
  },
);
