// What does somebody's hand or an agency's seal look like? As it is drawn on paper: on white, whatever the theme.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FileLinkView } from '../../functions/contracts/views.ts';
import { drawnImage } from '../api/file.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import styles from './drawn-image.module.css';

const Picture = ({ png, name }: { png: Blob; name: string }) => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(png);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [png]);
  return <img className={styles.image} src={address} alt={name} />;
};

export const DrawnImage = ({ image, name }: { image: FileLinkView; name: string }) => (
  <Loaded asked={useQuery(drawnImage(image))} meanwhile={<div className={styles.room} />}>
    {(png) => <Picture png={png} name={name} />}
  </Loaded>
);
