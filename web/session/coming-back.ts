// What does a page show that the browser has kept aside (its back-forward cache), when somebody comes back to it? Nothing, until
// it is known that whose page it is are still signed in: another may sit there by then.
import { accessToken, goToFront, isForAnyone, isNobodys, renewQuietly, stay } from './session.ts';

const sight = (isHidden: boolean) => {
  document.body.hidden = isHidden;
};

const look = async () => {
  if (isNobodys() && isForAnyone(location.pathname)) return sight(false);
  sight(true);
  try {
    if (await renewQuietly()) sight(false);
    else goToFront();
  } catch {
    // It cannot be found out: the page is asked for anew, which says why.
    location.reload();
  }
};

export const watchComingBack = (): void => {
  // Kept aside as it was left: whoever has signed out leaves nothing to be seen.
  addEventListener('pagehide', () => sight(accessToken() === null));
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    stay();
    void look();
  });
};
