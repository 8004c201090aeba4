// How is the web built? From this folder to web/dist, without any address baked in: those come from /config.json.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Inline files would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    // The preload polyfill is an inline script for browsers older than the app supports.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // A subject that nobody on a screen speaks of is not brought along with `words`.
      treeshake: { moduleSideEffects: [{ test: /\/web\/words\//, sideEffects: false }] },
      output: {
        codeSplitting: {
          // Two files instead of thirty, with the lists that people begin their day with: each request costs an old PC
          // more than its bytes do.
          groups: [
            {
              name: 'session',
              test: /\/web\/session\/(?!provider)|\/web\/api\/(session|problem)\.ts|vite\/preload-helper|rolldown\/runtime/,
              priority: 1,
            },
            // The app waits for the English catalogue, so nothing that this takes from the app may be within it.
            {
              name: 'both-catalogues',
              test: /\/web\/words\/directory-changes/,
              priority: 1,
            },
            {
              name: 'app',
              test: /\/web\/(app|drafting\/report-list|approval\/waiting-list)\.tsx$/,
            },
          ],
        },
      },
    },
  },
});
