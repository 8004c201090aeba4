// What does the frame around all screens say in English?
import type * as vi from '../vi/frame.ts';

export const app: typeof vi.app = {
  name: 'Trình Ký',
  purpose: 'Draft, submit, sign and issue documents',
  skip: 'Go to the content',
  menu: 'Open the menu',
  closeMenu: 'Close the menu',
  navigation: 'Menu',
  signIn: 'Sign in',
  signInAgain: 'Sign in again',
  signOut: 'Sign out',
  signInFailed: 'Signing in did not work. Please try again.',
  notAsked:
    'The sign-in page did not ask for your password again, so it is not certain that it is you who signs. Please sign out there, then sign in again. The document and what you have typed stay as they are.',
  signOutAndIn: 'Sign out, then sign in again',
  loading: 'Loading',
  more: 'More',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  notFound: 'There is no such page.',
  home: 'To the first page',
  failed: 'The page has failed. Please reload it.',
  incident: (code: string) => `Incident: ${code}.`,
  reload: 'Reload',
  dark: 'Dark',
  light: 'Light',
};

export const newVersion: typeof vi.newVersion = {
  is: 'There is a new version. Reload the page to use it; drafts stay as they are.',
  unsent:
    'Something you have typed on this page is not sent yet. Send or save it before you reload.',
  screen: 'This screen is of a new version. Reload the page to open it.',
  anyway: 'Drop what is not sent and reload',
  underWay: 'Something is under way. Wait until it is done, then reload.',
};

export const ways: typeof vi.ways = {
  anew: 'Look at the new state',
  administrators: (names: string) => `Administrators of the office: ${names}.`,
};
