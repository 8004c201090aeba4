// What does somebody see who is not signed in? What this is and for whom, the way in, and a file that anyone may have verified.
import { Anchor, Button, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { OPEN, signIn } from '../session/session.ts';
import { FileCheck } from '../verification/file-check.tsx';
import { words } from '../words/words.ts';
import styles from './front-page.module.css';
import { Preferences } from './preferences.tsx';

const said = words.frontPage;

export const FrontPage = () => (
  <div className={styles.front}>
    <section className={styles.house} aria-label={words.app.name}>
      <title>{words.app.name}</title>
      <Title order={1}>{words.app.name}</Title>
      <p className={styles.what}>{said.what}</p>
      <p>{said.whom}</p>
      <div className={styles.presses}>
        <Button size="md" onClick={() => void signIn('/')}>
          {words.app.signIn}
        </Button>
        <Anchor component={Link} to={OPEN.guide}>
          {said.guide}
        </Anchor>
      </div>
    </section>
    <section className={styles.check} aria-labelledby="check">
      <Title order={2} size="h4" id="check">
        {said.check}
      </Title>
      <p>{said.anyone}</p>
      <FileCheck />
      <p className={styles.where}>{words.verification.help}</p>
    </section>
    <footer className={styles.foot}>
      <Preferences />
    </footer>
  </div>
);
