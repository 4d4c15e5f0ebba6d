import type {Command} from 'commander';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

interface Clock {
  readonly now: string;
  readonly mode: string;
  readonly speed?: string;
  readonly settled?: readonly {readonly vendor: string; readonly transition: string; readonly at: string}[];
}

/** `standin clock …`: looks at a sandbox's clock and moves it. */
export function addClock(program: Command): void {
  const clock = program.command('clock').description("look at a sandbox's clock, or move it").exitOverride();
  withRemote(clock.command('show', {isDefault: true}).description('what it shows (the default)')).action(
    async (settings: RemoteSettings) => tell(settings, (await say(settings, 'GET', '/clock')) as Clock),
  );
  addChange(clock, 'freeze', 'stop it', () => ({freeze: true}));
  addChange(clock, 'resume', 'let it run again', () => ({resume: true}));
  addChange(clock, 'advance <duration>', 'move it on by an ISO 8601 duration such as PT2H', (advance) => ({advance}));
  addChange(clock, 'set <instant>', 'set it to an instant such as 2026-01-05T09:00:00Z', (set) => ({set}));
  addChange(clock, 'speed <factor>', 'let it run faster, such as 60x', (speed) => ({speed}));
}

function addChange(
  clock: Command,
  usage: string,
  description: string,
  bodyOf: (argument: string) => Readonly<Record<string, unknown>>,
): void {
  const command = withRemote(clock.command(usage).description(description));
  command.action(async () => {
    const settings = command.opts<RemoteSettings>();
    const body = bodyOf(command.args[0] ?? '');
    tell(settings, (await say(settings, 'POST', '/clock', {body})) as Clock);
  });
}

function tell(settings: RemoteSettings, clock: Clock): void {
  const {now, mode, speed, settled = []} = clock;
  const lines = settled.map(({vendor, transition, at}) => `${at}  ${vendor}  ${transition}`);
  print(settings, clock, () => [`${now} (${mode}${speed ? `, ${speed}` : ''})`, ...lines].join('\n'));
}
