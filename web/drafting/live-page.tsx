// What will the words on the desk look like in print? The real PDF, made anew whenever they have been saved.
import { memo } from 'react';
import { preview } from '../api/queries.ts';
import { PdfReader } from '../pieces/pdf-reader.tsx';

export const LivePage = memo(({ reportId, revision }: { reportId: string; revision: number }) => (
  <PdfReader pdf={preview(reportId, { revision })} revision={revision} />
));
