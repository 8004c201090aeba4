// What if a sign-in came to nothing? The provider sent back something that cannot be used: refused, too late, or used before.
import { Button, Stack, Title } from '@mantine/core';
import { Notice } from '../parts/notice.tsx';
import { signIn } from '../session/session.ts';
import { words } from '../words/words.ts';

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
