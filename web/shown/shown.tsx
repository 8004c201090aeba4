// How does each part look, in every state? A page for who builds screens: `npm run dev` serves it at /shown/, no build has it.
import '../mantine.css';
import '../theme.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Preferences } from '../shell/preferences.tsx';
import { language } from '../words/words.ts';
import { PARTS } from './parts.tsx';
import styles from './shown.module.css';

document.documentElement.lang = language;
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <main className={styles.page}>
        <header className={styles.top}>
          <h1>Các bộ phận</h1>
          <Preferences />
        </header>
        {PARTS.map(({ name, rule, states }) => (
          <section key={name} className={styles.part} aria-label={name}>
            <h2>{name}</h2>
            <p>{rule}</p>
            {states}
          </section>
        ))}
      </main>
    </MantineProvider>
  </StrictMode>,
);
