/**
 * Tests as a client's package in CommonJS or ES modules has them; `../jest.test.ts` runs them. There the package lies in
 * `node_modules`, where jest transforms nothing.
 */
module.exports = {rootDir: __dirname, testEnvironment: 'node', transform: {}, testTimeout: 60_000};
