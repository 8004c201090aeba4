// In which order do new pages replace old ones, so that no page at work names a file that is not there?
// What is named comes before what names it, and nothing is taken away: a page that has been open since yesterday still
// asks for yesterday's files. A build is some megabytes, which is less than a cent a year.

/** Built files carry a hash in their names: what is under a name never changes. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
/** Kept by whoever asks, but asked about each time: these say which files are the newest. */
const ASKED_ABOUT = 'no-cache';

/** Where the pages go, as the web stack says it of itself. */
export type Site = { PagesBucket: string; Distribution: string };

/** What `aws` is called with, in this order, to publish a folder that Vite has built and `config.json` was put into. */
export const publishing = (folder: string, { PagesBucket, Distribution }: Site): string[][] => {
  const bucket = `s3://${PagesBucket}`;
  const copy = (from: string, to: string, cacheControl: string, ...more: string[]) =>
    ['s3', 'cp', `${folder}${from}`, `${bucket}${to}`].concat(
      ['--cache-control', cacheControl, '--no-progress'],
      more,
    );
  return [
    copy('/assets', '/assets', FOR_GOOD, '--recursive'),
    copy('', '', ASKED_ABOUT, '--recursive', '--exclude', 'assets/*', '--exclude', 'index.html'),
    copy('/index.html', '/index.html', ASKED_ABOUT),
    // CloudFront's own copies of the rest never grow old.
    ['cloudfront', 'create-invalidation', '--distribution-id', Distribution].concat([
      '--paths',
      '/index.html',
      '/config.json',
      '/icon.svg',
    ]),
  ];
};
