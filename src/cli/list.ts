import {createStandin, type VendorName} from '../index.js';

/** `standin list`: the operations of each vendor, with the mark of where our knowledge comes from. */
export async function list({json, vendor: vendors}: {json: boolean; vendor?: readonly VendorName[]}): Promise<void> {
  const standin = await createStandin(vendors ? {vendors} : {});
  const rows = standin.vendors.flatMap(({name, operationList}) =>
    operationList.map(({id, method, path, mark, deprecated}) => ({
      vendor: name,
      operation: id,
      method,
      path,
      mark,
      deprecated,
    })),
  );
  process.stdout.write(json ? `${JSON.stringify(rows)}\n` : table(rows));
}

function table(
  rows: readonly {vendor: string; operation: string; method: string; path: string; mark: string}[],
): string {
  const width = (key: 'vendor' | 'method' | 'path' | 'mark') => Math.max(...rows.map((row) => row[key].length));
  const [vendor, method, path, mark] = [width('vendor'), width('method'), width('path'), width('mark')];
  return rows
    .map(
      (row) =>
        `${row.vendor.padEnd(vendor)}  ${row.mark.padEnd(mark)}  ${row.method.padEnd(method)} ${row.path.padEnd(path)}  ${row.operation}\n`,
    )
    .join('');
}
