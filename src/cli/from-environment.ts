import {Command, CommanderError} from 'commander';
import type {Standin} from '../index.js';
import {createLog} from './log.js';
import {configOption, settingsOf, sharedOptions, type Settings} from './settings.js';
import {makeStandin} from './start.js';

/**
 * The stand-in that `standin start` would make with this environment and no flags.
 * @throws Error when a variable cannot be used.
 */
export async function standinOfEnvironment(): Promise<Standin> {
  const settings = await settingsOfEnvironment();
  return makeStandin(settings, createLog(settings.logLevel));
}

async function settingsOfEnvironment(): Promise<Settings> {
  const command = new Command('standin').exitOverride().configureOutput({writeErr: () => {}});
  // It does not listen.
  const options = sharedOptions().filter((option) => option.name() !== 'port');
  for (const option of [...options, configOption()]) command.addOption(option);
  try {
    return await settingsOf(command.parse([], {from: 'user'}));
  } catch (error) {
    if (error instanceof CommanderError) throw new Error(error.message.replace(/^error: /, ''), {cause: error});
    throw error;
  }
}
