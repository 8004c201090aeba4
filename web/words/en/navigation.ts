// How are the places of the menu called in English?

import type { navigation as vi } from '../vi/navigation.ts';

export const navigation: typeof vi = {
  reports: 'My documents',
  waiting: 'Waiting for me',
  registry: 'Waiting for the clerk',
  inbox: 'Inbox',
  outgoing: 'Outgoing register',
  incoming: 'Incoming register',
  verification: 'Check a signature',
  mySigning: 'My signature',
  checklist: 'To be prepared',
  directory: 'Directory',
  settings: 'Settings',
  templates: 'Templates of the office',
  keys: 'Keys and certificates',
  unreadCount: (count: string) => `${count} unread`,
  waitingCount: (count: string) => `${count} waiting`,
};
