// What may a page of this app do in a browser? Run its own files, speak to its API and its files, and nothing else.

/** The hosts that the page speaks to besides its own, as origins (`https://…`). */
export type Hosts = { files: string[] };

/**
 * No inline script and no inline style: a report's text that found its way into a page as markup would do nothing.
 * Nothing is framed: PDFs are fetched from the files' host and drawn by the page. Images made here are `blob:`.
 */
export const contentSecurityPolicy = ({ files }: Hosts): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' blob:",
    `connect-src ${["'self'", ...files].join(' ')}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The other headers of every answer, by their names. Addresses hold ids of reports, so no other site learns them. */
export const SECURITY_HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;
