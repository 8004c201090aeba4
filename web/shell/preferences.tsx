// How does this person like to read: in which language, in which light? Kept in this browser.
import { Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { MoonIcon, SunIcon, TongueIcon } from '../parts/icons.tsx';
import { LANGUAGES, type Language, language, speak, words } from '../words/words.ts';
import styles from './preferences.module.css';

const OTHER: Record<Language, Language> = { vi: 'en', en: 'vi' };

export const Preferences = () => {
  // To hold transitions back, Mantine would write a style sheet into the page, which the content security policy forbids.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const light = useComputedColorScheme('light');
  const other = OTHER[language];
  return (
    <div className={styles.preferences}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={light === 'light' ? <MoonIcon /> : <SunIcon />}
        onClick={() => setColorScheme(light === 'light' ? 'dark' : 'light')}
      >
        {light === 'light' ? words.app.dark : words.app.light}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<TongueIcon />}
        lang={other}
        onClick={() => speak(other)}
      >
        {LANGUAGES[other]}
      </Button>
    </div>
  );
};
