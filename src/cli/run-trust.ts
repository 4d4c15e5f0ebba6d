import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/**
 * Has certificates in a file, in a folder that only this user may open, for as long as the work takes. However this
 * process ends, unless it is killed, the folder is gone afterwards.
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
