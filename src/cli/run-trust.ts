import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** Variables that name a file of certificates to trust. */
export const trustVariables = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'] as const;

/** The certificates that the user's own files hold, each file once. @param onUnreadable told of a file that cannot be read. */
export function ownCertificates(
  own: NodeJS.ProcessEnv,
  onUnreadable: (variable: string, file: string) => void,
): readonly string[] {
  const files = new Map<string, string>();
  for (const variable of trustVariables) {
    const file = own[variable];
    if (file !== undefined && file !== '' && !files.has(file)) files.set(file, variable);
  }
  return [...files].flatMap(([file, variable]) => {
    try {
      return [readFileSync(file, 'utf8')];
    } catch {
      onUnreadable(variable, file);
      return [];
    }
  });
}

/**
 * Has certificates in a file, in a folder that only this user may open, for as long as the work takes. The folder is gone
 * afterwards, however this process ends, unless a signal kills it that it does not pass on to the command.
 */
export async function withTrustFile<Result>(
  certificates: readonly string[],
  work: (file: string) => Promise<Result>,
): Promise<Result> {
  // Made with mode 0700.
  const folder = mkdtempSync(join(tmpdir(), 'standin-run-'));
  const remove = () => rmSync(folder, {recursive: true, force: true});
  process.once('exit', remove);
  try {
    const file = join(folder, 'trust.pem');
    writeFileSync(file, certificates.map((certificate) => `${certificate.trim()}\n`).join(''), {mode: 0o600});
    return await work(file);
  } finally {
    remove();
    process.off('exit', remove);
  }
}
