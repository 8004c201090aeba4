// How does the web begin? With who is there: whoever has to sign in leaves for it before the rest is loaded.
import './opening.css';
import { completeSignIn, isForAnyone, isReturn, signIn } from './session/session.ts';

const place = location.pathname;
// The tokens are fetched while the rest is loaded; whether that went well is for the route there to say.
if (isReturn(place)) completeSignIn().catch(() => {});
// Where even the way to the provider is shut, the screens say so.
else if (!isForAnyone(place)) await signIn().catch(() => {});
await import('./app.tsx');
