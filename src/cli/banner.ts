import type {Standin} from '../index.js';
import {terminalColors} from './colors.js';

/** What a person reads when the stand-in is up: addresses, credentials, and a call to paste for each vendor. */
export function bannerOf(standin: Standin, {journal}: {readonly journal: 'tokens' | 'clear'}): string {
  const colors = terminalColors();
  const {version, vendors} = standin.info;
  const lines = [`${colors.bold(`standin ${version}`)} at ${colors.cyan(standin.url ?? '')}`, ''];
  for (const {name, title, sample} of standin.vendors) {
    const info = vendors[name];
    if (info === undefined) continue;
    lines.push(colors.bold(title));
    for (const [variable, value] of Object.entries(info.env)) lines.push(`  ${variable}=${value}`);
    for (const origin of info.origins) lines.push(`  ${colors.dim('at its own origin')} ${origin}`);
    lines.push(`  ${colors.dim('$')} ${sample(info.baseUrl, info.env)}`, '');
  }
  lines.push(`${colors.bold('Control plane')}  ${standin.url ?? ''}/_standin  (its document: /_standin/openapi.json)`);
  if (journal === 'clear')
    lines.push(colors.yellow('The journal shows personal data and credentials in clear (--journal clear).'));
  lines.push(colors.dim('All credentials and people are invented. Stop with Ctrl+C.'), '');
  return lines.join('\n');
}
