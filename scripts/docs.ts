/** Writes the parts of `docs/` that are tables of what the code says. A test holds them up to date. */
import {writeFile} from 'node:fs/promises';
import {behavioursPage} from './docs/behaviours.js';

await writeFile(new URL('../docs/behaviours.md', import.meta.url), behavioursPage());
