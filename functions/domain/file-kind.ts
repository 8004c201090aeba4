// What is each kind of file called to stores and browsers, and how large may one be that comes from outside?

export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const PNG = 'image/png';
export const JPEG = 'image/jpeg';
export const JSON_TEXT = 'application/json';

/** Bytes of a file that is attached, read in or checked: a scanned plan of 40 pages has some 20 MB. */
export const LARGEST_FILE = 25 * 1024 * 1024;

/** Bytes of an image to sign or seal with: a scan in colour takes some ten kilobytes; a photograph that somebody mistook for one takes more. */
export const LARGEST_IMAGE = 1_000_000;
