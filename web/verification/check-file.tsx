// Where does anyone have a file verified, signed in or not?
import { Screen } from '../parts/screen.tsx';
import { words } from '../words/words.ts';
import { FileCheck } from './file-check.tsx';

const verification = words.verification;

export const CheckFile = () => (
  <Screen title={verification.title} help={verification.help}>
    <FileCheck />
  </Screen>
);
