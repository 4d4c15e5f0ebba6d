import type {Plugin} from 'esbuild';
import {readFile} from 'node:fs/promises';

/**
 * Has esbuild bundle for pages what was made for them: of each document what answering takes, and validators that are made
 * of it in the page. Compiled ones and the rest of the document are ten times as large.
 */
export function forPages(): Plugin {
  return {
    name: 'for-pages',
    setup(build) {
      build.onResolve({filter: /\/generated\/index\.js$/}, ({path, ...asked}) =>
        build.resolve(path.replace(/index\.js$/, 'page.js'), asked),
      );
      // A page that asks for the version gets no more of the manifest than that.
      build.onLoad({filter: /\/package\.json$/}, async ({path}) => {
        const {version} = JSON.parse(await readFile(path, 'utf8')) as {version: string};
        return {contents: JSON.stringify({version}), loader: 'json'};
      });
      // What recordings imply is for the command that reads them.
      build.onLoad({filter: /\/mocks\/\w+\/implied\/index\.ts$/}, () => ({
        contents: "export const implied = () => Promise.reject(new Error('A page reads no recordings.'));",
        loader: 'ts',
      }));
    },
  };
}
