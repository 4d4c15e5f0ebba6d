import {Option} from 'commander';

/** What `standin redact` was told. */
export interface RedactSettings {
  readonly style: 'default' | 'obfuscation' | 'custom';
  readonly custom?: Readonly<Record<string, string>>;
  readonly exclude: readonly string[];
  readonly input: 'auto' | 'text' | 'jsonl';
  readonly types: boolean;
}

/** The flags of `standin redact`. */
export function redactOptions(): Option[] {
  return [
    new Option('--style <style>', 'what stands in the place of what is hidden: [SSN], [****] or texts of your own')
      .choices(['default', 'obfuscation', 'custom'])
      .default('default'),
    new Option(
      '--custom <type=text>',
      'the text of a type for --style custom; default=obfuscation hides the other types as [****]; repeatable',
    ).argParser(textsOf),
    new Option('--exclude <types>', 'types left in clear, separated by commas; repeatable')
      .argParser((text: string, before: readonly string[]) => [...before, ...text.split(',')])
      .default([], 'none'),
    new Option('--input <form>', 'what comes in; auto: JSON a line if the first line begins with a brace')
      .choices(['auto', 'text', 'jsonl'])
      .default('auto'),
    new Option('--types', 'list the types, one a line, and read nothing').default(false),
  ];
}

function textsOf(text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const split = text.indexOf('=');
  if (split < 1)
    throw new RangeError(`--custom takes a type and its text, as in SSN=Number; not ${JSON.stringify(text)}.`);
  return {...before, [text.slice(0, split)]: text.slice(split + 1)};
}
