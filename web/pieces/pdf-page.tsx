// How is a PDF seen in its place? Its bytes are fetched once, checked against their hash, and shown by the browser.
import { Anchor, Group, Loader, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PdfQuery } from '../api/queries.ts';
import { words } from '../words/words.ts';
import { Trouble } from './outcome.tsx';
import styles from './pdf-page.module.css';

const useAddressOf = (file: Blob | undefined): string | null => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
};

/** The page stays until the next one is there, so that nothing flickers while one writes. */
export const PdfPage = ({ pdf }: { pdf: PdfQuery }) => {
  const asked = useQuery({ ...pdf, placeholderData: keepPreviousData });
  const address = useAddressOf(asked.data);
  return (
    <section aria-label={words.page.title} className={styles.page}>
      <Group justify="space-between" className={styles.bar ?? ''}>
        {asked.isFetching ? (
          <Group gap="xs" role="status">
            <Loader size="xs" />
            <Text size="sm">{words.page.preparing}</Text>
          </Group>
        ) : (
          <Text size="sm">{words.page.title}</Text>
        )}
        {address && (
          <Anchor href={address} target="_blank" size="sm">
            {words.page.open}
          </Anchor>
        )}
      </Group>
      {asked.error && <Trouble error={asked.error} retry={() => void asked.refetch()} />}
      {/* A phone's browser cannot show a PDF inside a page; the link above opens it. */}
      {address && navigator.pdfViewerEnabled && (
        <iframe
          title={words.page.title}
          src={`${address}#navpanes=0&view=FitH`}
          className={styles.frame}
        />
      )}
    </section>
  );
};
