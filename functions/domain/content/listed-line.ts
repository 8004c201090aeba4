// How does a line of a list of addressees or recipients begin and end? What it is called by its sign, and which is the last.

/** The title of the list; a line may go on behind it. */
export const RECIPIENTS_TITLE = /^nơi\s+nhận\s*(?::\s*|$)/iu;

/** `Lưu: VT, VP`, the last line: Decree 30/2020, Annex I, II.9. */
export const ARCHIVE = /^lưu(?:\s*[:.]|\s+(?:VT|VP|HS)(?!\p{L}))/iu;

export const LISTED = /^[-–—+•*]\s*/u;

/** Without the marks that end a line of a list: begun only where a run of them begins, so that it stays linear. */
export const withoutEnd = (text: string) => text.replace(/(?<![\s;.])[\s;.]+$/u, '');
