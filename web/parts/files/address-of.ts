// Under which address does this page hold a file, for as long as it shows it?
import { useEffect, useState } from 'react';

export const useAddressOf = (file: Blob | undefined): string | null => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
};
