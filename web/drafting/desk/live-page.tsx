// What will the words on the desk look like in print? The real PDF, made anew whenever they have been saved; where one writes stays in sight.
import { memo, useMemo } from 'react';
import { previewReport } from '../../api/drafting.ts';
import type { Followed } from '../../parts/files/kept-in-sight.ts';
import { PdfReader } from '../../parts/files/pdf-reader.tsx';
import type { Printed } from '../../parts/files/printed-lines.ts';
import type { Saved } from '../keeping/sitting.ts';
import type { CaretTeller } from './caret.ts';
import { placeOf } from './printed-place.ts';

export const LivePage = memo(
  ({
    reportId,
    saved: {
      revision,
      content: { blocks },
    },
    caret,
    read,
  }: {
    reportId: string;
    saved: Saved;
    caret: CaretTeller;
    /** Hears what is printed. */
    read: (pages: Printed[][], revision: number | null) => void;
  }) => {
    const followed = useMemo<Followed>(
      () => ({
        finder: () => {
          const now = caret.now();
          return now && ((pages) => placeOf(blocks, now, pages));
        },
        hear: caret.hear,
        read,
      }),
      [blocks, caret, read],
    );
    return <PdfReader pdf={previewReport(reportId, { revision })} followed={followed} />;
  },
);
