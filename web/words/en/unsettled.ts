// What is somebody told whose way in, or whose powers, are about to change in English?
import type * as vi from '../vi/unsettled.ts';

export const unsettled: typeof vi.unsettled = {
  title: 'The way you sign in, and your roles',
  held: {
    rights: () => '',
    secondFactor: () => 'An administrator asks for a reset of your second factor.',
    email: (to: string) => `An administrator asks for another e-mail to sign in with: ${to}.`,
  },
  done: {
    rights: () => 'An administrator has made you an administrator as well.',
    secondFactor: () => 'An administrator has reset your second factor.',
    email: (to: string) => `An administrator has changed your e-mail to ${to}.`,
  },
  power: {
    signer: 'sign',
    clerk: 'seal',
    administrator: 'agree to what other administrators change',
  },
  until: (power: string, moment: string) =>
    `You may ${power} from ${moment} on, or as soon as another administrator agrees.`,
  notMe: 'I have not asked for this',
};
