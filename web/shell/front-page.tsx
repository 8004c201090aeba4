// What does somebody see who is not signed in? What this is, the way in, and what anyone may do.
import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { signIn } from '../session/session.ts';
import { words } from '../words/words.ts';

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
  </Stack>
);
