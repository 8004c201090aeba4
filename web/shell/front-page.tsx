// What does somebody see who is not signed in? What this is, the way in, what anyone may do, and why it failed.
import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Notice } from '../parts/notice.tsx';
import { signIn } from '../session/session.ts';
import { words } from '../words/words.ts';
import { Preferences } from './preferences.tsx';

export const FrontPage = () => (
  <Stack align="flex-start" maw={520} mx="auto" mt="xl">
    <Title order={1}>{words.app.name}</Title>
    <Text>{words.app.purpose}</Text>
    <Button size="md" onClick={() => void signIn('/')}>
      {words.app.signIn}
    </Button>
    <Anchor component={Link} to="/kiem-tra">
      {words.navigation.verification}
    </Anchor>
    <Preferences />
  </Stack>
);

/** The provider sent back something that cannot be used: refused, too late, or used before. */
export const SignInFailed = () => (
  <Stack align="flex-start" maw={520} mx="auto" mt="xl" p="md">
    <Title order={1}>{words.app.name}</Title>
    <Notice tone="bad" role="alert">
      {words.app.signInFailed}
    </Notice>
    <Button size="md" onClick={() => void signIn('/')}>
      {words.app.signInAgain}
    </Button>
  </Stack>
);
