import { expect, it } from 'vitest';
import { formats } from '../../src/report/formats.ts';
import { folderWith, plinth, verifyFolder } from './hostile-folder.ts';

const odd = [
  'new\nline',
  'car\rriage',
  'esc\u001b[31m\u001b]0;title\u0007',
  'back\b\u0000nul'.replace('\u0000', ''),
  'del\u007f\u009b31m',
  'right\u202eleft',
  'tab\there',
  '🙂 漢字',
  '<script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '`code` *bold* [a](javascript:b)',
  '::error file=x::injected',
  '%0A::set-output name=a::b',
  '"]; x -> y; "',
  'a|b|c',
  "'; DROP",
  '..',
  '-rf',
];

/** Characters that a terminal obeys. A line feed ends lines, which is no harm by itself. */
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

function folder(): string {
  const quoted = (text: string) => JSON.stringify(text);
  const manifests = odd.map(
    (name) =>
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${quoted(name)}\n  namespace: ${quoted(name)}\nspec:\n  containers:\n    - name: ${quoted(name)}\n      image: ${quoted(`${name}:latest`)}\n      env: [{ name: ${quoted(name)}, value: ${quoted(name)} }, { name: ${quoted(name)}, value: a }]\n      envFrom: [{ configMapRef: { name: ${quoted(name)} } }]\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${quoted(name)}\n  namespace: ${quoted(name)}\n`,
  );
  const blocks = odd.map(
    (name) =>
      `resource "aws_s3_bucket" ${quoted(name)} {\n  bucket = ${quoted(name)}\n  acl = "public-read"\n}\nvariable ${quoted(`${name}_password`)} {\n  default = ${quoted(name)}\n}\nmodule ${quoted(name)} {\n  source = ${quoted(name)}\n}\n`,
  );
  const named = odd.filter((name) => !name.includes('/') && name !== '..');
  return folderWith({
    'pods.yaml': manifests.join('---\n'),
    'main.tf': blocks.join(''),
    ...Object.fromEntries(
      named.flatMap((name) => [
        [`${name}.yaml`, manifests[0]!],
        [`broken ${name}.yaml`, `${manifests[0]}\tx: [`],
        [`${name}/main.tf`, 'resource "aws_s3_bucket" "x" {\n'],
        [`${name}/Dockerfile`, `FROM ${name}\nRUN curl http://x | sh\n`],
        [
          `.github/workflows/${name}.yml`,
          `name: ${quoted(name)}\non: pull_request_target\njobs:\n  ${quoted(name)}:\n    runs-on: ${quoted(name)}\n    steps:\n      - name: ${quoted(name)}\n        uses: ${quoted(`${name}@main`)}\n`,
        ],
      ]),
    ),
  });
}

it('reads files of odd names, and says of each what is wrong with it', async () => {
  const { report } = await verifyFolder(folder());
  const files = new Set(report.findings.map(({ file }) => file));
  for (const name of odd.filter((one) => !one.includes('/') && one !== '..'))
    expect(files).toContain(`${name}.yaml`);
  expect(report.problems.filter(({ kind }) => kind === 'internal')).toEqual([]);
});

it.each(Object.keys(formats))('shows odd names in %s so that no terminal obeys them', async (format) => {
  const { stdout, stderr } = await plinth('verify', folder(), '--no-render', '--verbose', '--format', format);
  expect(stderr).toBe('');
  expect(stdout.length).toBeGreaterThan(1000);
  expect(obeyed.exec(stdout)?.[0]).toBeUndefined();
  if (format === 'html') expect(stdout).not.toMatch(/<script>alert|<img src=x/);
  if (format === 'github')
    for (const line of stdout.trim().split('\n'))
      expect(line).toMatch(/^::(error|warning|notice|group|endgroup|debug)\b/);
});

it.each(['json', 'dot', 'mermaid'])(
  'prints the graph of odd names as %s that is still well formed',
  async (format) => {
    const { stdout, stderr, code } = await plinth('graph', folder(), '--no-render', '--format', format);
    expect(code).toBe(0);
    expect(obeyed.exec(stdout + stderr)?.[0]).toBeUndefined();
    expect(stdout).toMatch(/漢字.*漢字/s);
    if (format === 'json') expect(JSON.parse(stdout).resources.length).toBeGreaterThan(odd.length);
    // a name with a line feed would begin a line of its own
    else
      for (const line of stdout.trim().split('\n'))
        expect(line).toMatch(/^(digraph plinth \{|flowchart LR|\}| {2})/);
  },
);
