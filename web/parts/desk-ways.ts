// How does a press in the rail lead to the paper? On a phone the sheet that it stands in is let down first, and the focus goes along.
import { createContext, useContext } from 'react';

/** Lets the sheet down, where there is one. */
export type ToPaper = () => void;

export const DeskWays = createContext<ToPaper>(() => {});

export const useToPaper = (): ToPaper => useContext(DeskWays);
