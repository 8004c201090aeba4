// What has been issued, and whom has it reached? The file with both signatures; the one without the seal only to be stamped by hand.
import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { issuedPdf } from '../../api/archive.ts';
import { listReportDeliveries } from '../../api/drafting.ts';
import { linkSignedRevision } from '../../api/registry.ts';
import { arrivalsOf } from '../../following/journey-steps.ts';
import { Card } from '../../parts/card.tsx';
import { PdfReader } from '../../parts/files/pdf-reader.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { Loaded } from '../../parts/trouble/loaded.tsx';
import { words } from '../../words/words.ts';

const { issued } = words.registry;

/** Where it is at each recipient, and whom it could not reach. */
export const Arrivals = ({ reportId }: { reportId: string }) => (
  <Card title={issued.arrivals}>
    <Loaded asked={useQuery(listReportDeliveries(reportId))}>
      {(deliveries) => {
        const steps = arrivalsOf(deliveries);
        return steps.length > 0 ? (
          <Timeline stations={steps} />
        ) : (
          <Text size="sm">{issued.nowhere}</Text>
        );
      }}
    </Loaded>
  </Card>
);

/**
 * Bản chính giấy of an electronic document is the print of what its signer signed, stamped by hand: the sealed file would
 * bear two seals (Decree 30/2020, Article 18.5). It is never shown beside the issued file, nor in its place unasked.
 */
export const usePaperOriginal = () => useState(false);
type PaperOriginal = ReturnType<typeof usePaperOriginal>;

export const PaperOriginalPress = ({ original: [isShown, show] }: { original: PaperOriginal }) => (
  <Button variant="default" onClick={() => show(!isShown)}>
    {isShown ? issued.back : issued.print}
  </Button>
);

export const PaperOriginalNotice = ({ original: [isShown] }: { original: PaperOriginal }) =>
  isShown && (
    <Notice tone="warn" role="status">
      {issued.toPrint}
    </Notice>
  );

export const IssuedPaper = ({
  reportId,
  submissionId,
  original: [isOriginal],
}: {
  reportId: string;
  submissionId: string;
  original: PaperOriginal;
}) => (
  <PdfReader
    key={String(isOriginal)}
    pdf={isOriginal ? linkSignedRevision(submissionId) : issuedPdf(reportId)}
  />
);
