// How does a file get from this machine to the store? Posted by a presigned form, with its progress shown.
import { ProblemError } from './problem.ts';

type Form = { url: string; fields: Record<string, string> };

/** `progress` is told a share from 0 to 1. Throws a ProblemError: file_too_large where the store refuses, offline. */
export const upload = (
  { url, fields }: Form,
  file: File,
  progress: (share: number) => void,
  signal?: AbortSignal,
): Promise<void> =>
  new Promise((done, fail) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    // The store reads nothing behind the file.
    form.append('file', file);
    // fetch tells nothing of what it has sent.
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total);
    request.onerror = () => fail(new ProblemError('offline'));
    request.onload = () => {
      if (request.status < 300) done();
      else fail(new ProblemError(request.status === 400 ? 'file_too_large' : 'unavailable'));
    };
    signal?.addEventListener('abort', () => request.abort());
    request.onabort = () => fail(new ProblemError('offline'));
    request.open('POST', url);
    request.send(form);
  });
