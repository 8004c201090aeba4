// Before tests of the whole system: are the templates and bundles those of the present sources? Asked once for all files.
import { synthesizeIfOlder } from '../../infra/local/synthesize.ts';

export default synthesizeIfOlder;
