// What is around all screens? Language, theme, the cache of the API's answers, and the routes.
import './mantine.css';
import './theme.css';
import { createTheme, MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isWorthAnotherTry, ProblemError } from './api/problem.ts';
import { watchVersion } from './parts/newer-version.ts';
import { printByDay } from './parts/print-by-day.ts';
import { makeRouter } from './routes.tsx';
import { watchComingBack } from './session/coming-back.ts';
import { enter } from './session/session.ts';
import { watchTyping } from './session/unsent.ts';
import { language } from './words/words.ts';

const queries = new QueryClient({
  queryCache: new QueryCache({
    // Reading loses nothing by a redirect; what is being written is kept by its screen.
    onError: (error) => {
      if (error instanceof ProblemError && error.code === 'signed_out') void enter();
    },
  }),
  defaultOptions: { queries: { retry: isWorthAnotherTry } },
});

// The variables of the theme are in the style sheets: the page needs no inline style.
const theme = createTheme({
  primaryColor: 'blue',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

document.documentElement.lang = language;
watchComingBack();
watchTyping();
watchVersion();
printByDay();

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={makeRouter(queries)} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
