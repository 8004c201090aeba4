// Which rooms have words? Each has its own file, so that a screen brings along the words of its room and no others.
export * from './spoken/administration.ts';
export * from './spoken/approval.ts';
export * from './spoken/drafting.ts';
export * from './spoken/everywhere.ts';
export * from './spoken/following.ts';
export * from './spoken/front-page.ts';
export * from './spoken/inbox.ts';
export * from './spoken/lists.ts';
export * from './spoken/reading.ts';
export * from './spoken/refusals.ts';
export * from './spoken/registers.ts';
export * from './spoken/registry.ts';
export * from './spoken/session.ts';
export * from './spoken/signing.ts';
export * from './spoken/verification.ts';
