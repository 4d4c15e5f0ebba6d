/** Writes the parts of `docs/` that are tables of what the code says. A test holds them up to date. */
import {readFile, writeFile} from 'node:fs/promises';
import {behavioursPage} from './docs/behaviours.js';
import {fidelityPage, readFidelity} from './docs/fidelity.js';
import {redactionPage} from './docs/redaction.js';
import {scenariosPage} from './docs/scenarios.js';

await writeFile(new URL('../docs/behaviours.md', import.meta.url), behavioursPage());
await writeFile(new URL('../docs/scenarios.md', import.meta.url), scenariosPage());
await writeFile(new URL('../docs/fidelity.md', import.meta.url), fidelityPage(await readFidelity()));

const redaction = new URL('../docs/redaction.md', import.meta.url);
await writeFile(redaction, await redactionPage(await readFile(redaction, 'utf8')));
