import { describe, expect, it } from 'vitest';
import { verifyBesideGood } from './hostile-folder.ts';

const repeated = (text: string, times: number) => text.repeat(times);

describe('Dockerfiles', () => {
  const doubled = (keyword: string) =>
    Array.from({ length: 40 }, (_, at) => `${keyword} A${at + 1}=${repeated(`\${A${at}}`, 10)}\n`).join('');

  it.each([
    ['without arguments', 'FROM\nRUN\nCOPY\nENV\n', /^unreadable Dockerfile:\d /],
    [
      'with a here-document that never ends',
      'FROM scratch\nRUN <<EOF <<EOF2\nfoo\n',
      /^unreadable Dockerfile:2 /,
    ],
    [
      'with here-documents in number',
      `FROM scratch\n${repeated('RUN <<E\n', 1000)}`,
      /^unreadable Dockerfile:2 /,
    ],
    ['longer than any', repeated('RUN a && ', 50_000), /^limit Dockerfile /],
    ['of continued lines', `FROM scratch\nRUN a ${repeated('\\\n', 10_000)}b\n`, undefined],
    [
      'of comments in continued lines',
      `FROM scratch\nRUN a \\\n${repeated('# b\n\n', 10_000)}  c\n`,
      undefined,
    ],
    [
      'of arguments that grow',
      `ARG A0=xxxxxxxxxx\n${doubled('ARG')}FROM $A40\nENV A0=xxxxxxxxxx\n${doubled('ENV')}USER $A40\nWORKDIR $A40\nEXPOSE $A40\n`,
      undefined,
    ],
    ['of arguments that need themselves', 'ARG A=$B\nARG B=$A\nFROM $A\nENV C=$D D=$C\nUSER $C\n', undefined],
    [
      'of open expansions',
      `FROM scratch\nUSER ${repeated('${a:-', 5000)}\nENV ${repeated('a=${b ', 5000)}\n`,
      undefined,
    ],
    [
      'of quotes',
      `FROM scratch\nRUN ${repeated('"', 9999)}\nENV a=${repeated("'", 9999)}\nCOPY [${repeated('"a",', 5000)}\n`,
      undefined,
    ],
    ['of brackets', `FROM scratch\nCMD ${repeated('[', 50_000)}\n`, undefined],
    [
      'of stages that copy from each other',
      Array.from(
        { length: 500 },
        (_, at) => `FROM s${(at + 1) % 500} AS s${at}\nCOPY --from=s${(at + 2) % 500} / /\n`,
      ).join(''),
      undefined,
    ],
    [
      'of words in shell',
      `FROM scratch\nRUN ${repeated('apt-get install a && (', 5000)}\nRUN ${repeated('$(', 20_000)}\nRUN ${repeated('a | b || c && ', 9000)}\n`,
      undefined,
    ],
    [
      'that are another text',
      'This is no Dockerfile.\nIt has\n\n\tlines.\n',
      /^(unreadable|invalid) Dockerfile:1 /,
    ],
  ])('%s', async (_, text, problem) => {
    const { problems } = await verifyBesideGood({ Dockerfile: text });
    if (problem) expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
    expect(problems.length).toBeLessThanOrEqual(201);
  });
});

describe('workflows', () => {
  const job = (body: string) => `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n${body}`;
  const parts = [
    'null',
    '[]',
    '3',
    'x',
    '{}',
    '[null]',
    '[[]]',
    '{ a: null }',
    'true',
    '""',
    '[3]',
    '{ __proto__: x }',
  ];

  it('whose parts are of the wrong kind keep the others of the repository', async () => {
    const texts = parts.flatMap((part) => [
      `on: ${part}\njobs: { a: { runs-on: x, steps: [{ run: a }] } }\n`,
      `on: push\njobs: ${part}\n`,
      `on: push\njobs: { a: ${part} }\n`,
      `on: push\nenv: ${part}\npermissions: ${part}\nconcurrency: ${part}\ndefaults: ${part}\njobs: { a: { needs: ${part}, if: ${part}, runs-on: ${part}, permissions: ${part}, env: ${part}, outputs: ${part}, strategy: ${part}, container: ${part}, services: ${part}, timeout-minutes: ${part}, environment: ${part}, steps: ${part} } }\n`,
      `on: push\njobs: { a: { runs-on: x, steps: [{ uses: ${part}, with: ${part} }, { run: ${part}, env: ${part}, shell: ${part}, id: ${part}, if: ${part}, name: ${part} }, ${part}] } }\n`,
      `on: push\njobs: { a: { uses: ${part}, with: ${part}, secrets: ${part} } }\n`,
      `on: { push: ${part}, pull_request_target: ${part}, workflow_call: ${part}, workflow_dispatch: { inputs: ${part} }, schedule: ${part} }\njobs: { a: { runs-on: x, steps: [{ run: a }] } }\n`,
    ]);
    await verifyBesideGood(
      Object.fromEntries(texts.map((text, at) => [`.github/workflows/${at}.yml`, text])),
    );
  });

  it.each([
    ['that is cut off', 'on: [\njobs: { a', /^unreadable \.github\/workflows\/a\.yml:\d /],
    [
      'of jobs that need themselves',
      'on: push\njobs:\n  a: { needs: a, runs-on: x, steps: [{ run: a }] }\n  b: { needs: c, runs-on: x, steps: [{ run: a }] }\n  c: { needs: b, runs-on: x, steps: [{ run: a }] }\n',
      undefined,
    ],
    [
      'of jobs that need many others',
      `on: push\njobs:\n${Array.from({ length: 1000 }, (_, at) => `  j${at}:\n    needs: [j${at + 1}, j${at + 2}]\n    runs-on: x\n    steps: [{ run: "$\{{ needs.j${at + 1}.outputs.x }}" }]\n`).join('')}`,
      undefined,
    ],
    ['of open expressions', job(`      - run: "${repeated('${{ ', 30_000)}"\n`), undefined],
    [
      'of open brackets',
      job(
        `      - run: \${{ ${repeated('(', 30_000)} }}\n      - run: \${{ ${repeated('a.', 30_000)} }}\n      - if: ${repeated('!', 30_000)}a\n`,
      ),
      undefined,
    ],
    ['of calls in calls', job(`      - run: \${{ ${repeated('contains(', 20_000)} }}\n`), undefined],
    [
      'of a script in length',
      job(`      - run: |\n${repeated('          echo "$A" && curl http://x | sh\n', 20_000)}`),
      undefined,
    ],
    [
      'of quotes in a script',
      job(
        `      - run: |\n          echo ${repeated(`"'`, 20_000)}\n          cat <<${repeated('<', 20_000)}\n`,
      ),
      undefined,
    ],
  ])('%s', async (_, text, problem) => {
    const { problems } = await verifyBesideGood({ '.github/workflows/a.yml': text });
    if (problem) expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });
});

describe('kustomizations and charts', () => {
  const manifest = 'apiVersion: v1\nkind: Pod\nmetadata: { name: x }\n';
  const parts = [
    'null',
    '[]',
    '3',
    'x',
    '{}',
    '[null]',
    '[[]]',
    '[3]',
    '[{}]',
    '{ a: null }',
    '[../../../../etc]',
    '[/etc/passwd]',
    '[.]',
    '["https://example.com/x?ref=main"]',
    '["a\\0b"]',
  ];

  it('whose parts are of the wrong kind keep the others of the repository', async () => {
    const fields = [
      'resources',
      'bases',
      'components',
      'patches',
      'patchesStrategicMerge',
      'patchesJson6902',
      'images',
      'replicas',
      'configMapGenerator',
      'secretGenerator',
      'generators',
      'transformers',
      'crds',
      'namespace',
      'labels',
      'commonLabels',
      'helmCharts',
      'configurations',
      'replacements',
      'vars',
    ];
    const files = parts.flatMap((part, at) => [
      [`k${at}/kustomization.yaml`, fields.map((field) => `${field}: ${part}\n`).join('')],
      [`k${at}/a.yaml`, manifest],
      [
        `c${at}/Chart.yaml`,
        `apiVersion: v2\nname: ${part}\nversion: ${part}\ndependencies: ${part}\ntype: ${part}\n`,
      ],
      [`c${at}/values.yaml`, `${part}\n`],
      [`c${at}/templates/a.yaml`, `${manifest}spec: {{ .Values.x | ${part} }}\n{{ range }}{{ end }}{{ fail`],
    ]);
    const { problems } = await verifyBesideGood({
      ...Object.fromEntries(files),
      'broken/kustomization.yaml': 'resources: [',
      'broken-chart/Chart.yaml': 'name: [',
      'twice/kustomization.yaml': 'resources: []\n',
      'twice/kustomization.yml': 'resources: []\n',
    });
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^unreadable broken\/kustomization\.yaml:1 /),
        expect.stringMatching(/^unreadable broken-chart\/Chart\.yaml:1 /),
      ]),
    );
  });

  it('that lead back to themselves are told', async () => {
    const { problems } = await verifyBesideGood({
      'a/kustomization.yaml': 'resources: [../b]\n',
      'b/kustomization.yaml': 'resources: [../a]\n',
      'c/kustomization.yaml': 'resources: [../c]\n',
    });
    expect(problems.filter((problem) => /leads back to itself/.test(problem)).length).toBeGreaterThan(0);
  });

  it('of a thousand layers, each on two others, end', async () => {
    const files = Array.from({ length: 1000 }, (_, at) => [
      `l${at}/kustomization.yaml`,
      at < 998 ? `resources: [../l${at + 1}, ../l${at + 2}]\n` : 'resources: [a.yaml]\n',
    ]);
    await verifyBesideGood({
      ...Object.fromEntries(files),
      'l998/a.yaml': manifest,
      'l999/a.yaml': manifest,
    });
  });
});

it("the configuration, baseline and suppressions of the repository's own are only told where they are wrong", async () => {
  const { problems, report } = await verifyBesideGood({
    'plinth.config.yaml':
      'exclude: ["((((", "**/**/**/**/**/**/**/x{a,b}{c,d}"]\nchecks: 3\nnonsense: true\nsuppressions: [{ check: "*" }]\n',
    'plinth.baseline.yaml': 'findings: [{ fingerprint: 3 }]\n',
    'bad/main.tf': `# plinth:ignore\n# plinth:ignore nonsense\n${repeated('# plinth:ignore * all\n', 3000)}variable "a" {}\n`,
  });
  expect(problems.some((problem) => problem.startsWith('configuration plinth.config.yaml:'))).toBe(true);
  expect(problems.some((problem) => problem.startsWith('configuration plinth.baseline.yaml'))).toBe(true);
  expect(report.problems.every(({ kind }) => kind !== 'internal')).toBe(true);
});
