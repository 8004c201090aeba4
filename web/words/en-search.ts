// What does one read in English while looking for something, and while a register is printed?
import type { search as vi } from './vi-search.ts';

export const search: typeof vi = {
  title: 'Search',
  help: 'Type a number, subject, organization, name or date, then press Search.',
  label: 'Search documents',
  shortcut: 'Search documents (Ctrl+K)',
  withoutAccents: 'Accents are not needed: “cai cach” finds “cải cách” too.',
  press: 'Search',
  filters: 'Filters',
  clear: 'Clear filters',
  nothingTyped: 'Nothing has been typed yet.',
  none: 'No document was found.',
  drafts: 'My drafts',
  reports: 'Outgoing',
  deliveries: 'Incoming',
  inInbox: 'Search the inbox',
  inRegister: 'Search the register',
  from: 'From',
  until: 'Until',
  dayAsTyped: 'day/month/year',
  clearDay: (field) => `Clear ${field}`,
  calendar: {
    previousMonth: 'Previous month',
    nextMonth: 'Next month',
    previousYear: 'Previous year',
    nextYear: 'Next year',
    previousDecade: 'Ten years back',
    nextDecade: 'Ten years on',
  },
  printing: 'Preparing to print',
};
