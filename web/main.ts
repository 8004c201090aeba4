// How does the web begin? With who is there: that is asked while all else is loaded, and whoever has to sign in leaves for it.
import './opening.css';
import {
  completeSignIn,
  enter,
  goOnToSignIn,
  isForAnyone,
  isReturn,
  isSignedIn,
  isToSignIn,
} from './session/session.ts';

const beginAt = async (place: string): Promise<unknown> => {
  if (isReturn(place)) return completeSignIn();
  if (isToSignIn(place)) return goOnToSignIn();
  return (await isSignedIn()) || isForAnyone(place) || enter();
};

// Whether that went well, and what to do where it did not, is for the routes to say.
beginAt(location.pathname).catch(() => {});
await import('./app.tsx');
