// How do files get from this machine to the draft? One after another, each with its progress; stopped, and tried again.
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  ATTACHMENT_ENDINGS,
  type Attachment,
  LONGEST_FILE_NAME,
} from '../../../functions/domain/content/attachment.ts';
import { LARGEST_FILE } from '../../../functions/domain/file-kind.ts';
import { startAttachment } from '../../api/drafting.ts';
import { sha256Of } from '../../api/file.ts';
import { upload } from '../../api/upload.ts';

/** A file that is not attached yet: on its way, or why it did not get there. */
export type Upload = {
  id: string;
  name: string;
  file: File;
  /** From 0 to 1; null while others go first. */
  share: number | null;
  error: unknown;
};

/** What is wrong with a file before anything is sent. */
export type Unfit = 'wrongKind' | 'tooLarge' | 'empty' | 'already';
export class UnfitFile extends Error {
  readonly why: Unfit;
  constructor(why: Unfit) {
    super(why);
    this.name = 'UnfitFile';
    this.why = why;
  }
}

/** The name and its ending, in the spelling and with the letters that the API takes. */
const partsOf = (fileName: string): [stem: string, ending: string] => {
  const name = fileName
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '_')
    .trim();
  const dot = name.lastIndexOf('.');
  return dot < 0 ? [name, ''] : [name.slice(0, dot).trim() || '_', name.slice(dot)];
};

/** A name that none of the others has: `Số liệu (2).xlsx`. */
export const freeName = (fileName: string, others: readonly string[]): string => {
  const [stem, ending] = partsOf(fileName);
  const taken = new Set(others.map((name) => name.toLowerCase()));
  for (let copy = 1; ; copy += 1) {
    const tail = copy === 1 ? ending : ` (${copy})${ending}`;
    const name = stem.slice(0, LONGEST_FILE_NAME - tail.length) + tail;
    if (!taken.has(name.toLowerCase())) return name;
  }
};

const requireFit = ({ name, file }: Upload): void => {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  if (!ATTACHMENT_ENDINGS.includes(ending)) throw new UnfitFile('wrongKind');
  if (file.size === 0) throw new UnfitFile('empty');
  if (file.size > LARGEST_FILE) throw new UnfitFile('tooLarge');
};

/** `attach` puts what has arrived on the draft's list, and says whether it was new there. */
export const useUploads = (reportId: string, attach: (file: Attachment) => boolean) => {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const turn = useRef(Promise.resolve());

  const drop = useCallback((id: string) => {
    stops.current.get(id)?.abort();
    stops.current.delete(id);
    setUploads((all) => all.filter((each) => each.id !== id));
  }, []);

  const send = (one: Upload, signal: AbortSignal) => async () => {
    const tell = (news: Partial<Upload>) =>
      setUploads((all) => all.map((each) => (each.id === one.id ? { ...each, ...news } : each)));
    if (signal.aborted) return;
    try {
      requireFit(one);
      tell({ share: 0 });
      const sha256 = await sha256Of(await one.file.arrayBuffer());
      const attachment = { name: one.name, bytes: one.file.size, sha256 };
      const started = await startAttachment(reportId, attachment, crypto.randomUUID());
      await upload(started.upload, one.file, (share) => tell({ share }), signal);
      if (signal.aborted) return;
      if (!attach(attachment)) throw new UnfitFile('already');
      drop(one.id);
    } catch (error) {
      if (!signal.aborted) tell({ error, share: null });
    }
  };

  const begin = (one: Upload) => {
    const stop = new AbortController();
    stops.current.set(one.id, stop);
    turn.current = turn.current.then(send(one, stop.signal));
  };

  // What is still on its way when the desk is left would be attached to nothing.
  useEffect(() => {
    const all = stops.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);

  return {
    uploads,
    add: (files: File[], names: readonly string[]) => {
      const taken = [...names, ...uploads.map(({ name }) => name)];
      const added = files.map((file): Upload => {
        const name = freeName(file.name, taken);
        taken.push(name);
        return { id: crypto.randomUUID(), name, file, share: null, error: null };
      });
      setUploads((all) => [...all, ...added]);
      for (const one of added) begin(one);
    },
    again: (one: Upload) => {
      const anew = { ...one, share: null, error: null };
      setUploads((all) => all.map((each) => (each.id === one.id ? anew : each)));
      begin(anew);
    },
    drop,
  };
};
