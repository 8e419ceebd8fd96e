import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, good, plinth, verifyBesideGood, verifyFolder } from './hostile-folder.ts';

const manifest = 'apiVersion: v1\nkind: Pod\nmetadata: { name: café }\n';
const configuration = 'resource "aws_s3_bucket" "café" {}\n';

/** The same trouble in each kind of file. */
function everywhere(content: (text: string) => string | Buffer): Record<string, string | Buffer> {
  return {
    'bad/pod.yaml': content(manifest),
    'bad/main.tf': content(configuration),
    'bad/Dockerfile': content('# café\nFROM scratch\n'),
    '.github/workflows/bad.yaml': content(
      'on: push\njobs: { a: { runs-on: x, steps: [{ run: echo café }] } }\n',
    ),
  };
}

const paths = ['.github/workflows/bad.yaml', 'bad/Dockerfile', 'bad/main.tf', 'bad/pod.yaml'];

describe('bytes', () => {
  it.each([
    [
      'binary',
      (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0, 1, 2, 255])]),
      /is binary/,
    ],
    ['not UTF-8', (text: string) => Buffer.from(text, 'latin1'), /is not UTF-8/],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), /is UTF-16/],
  ])('that are %s', async (_, content, message) => {
    const { problems, report } = await verifyBesideGood(everywhere(content));
    expect(problems.sort()).toEqual(paths.map((path) => expect.stringMatching(`^unreadable ${path} `)));
    expect(problems.every((problem) => message.test(problem))).toBe(true);
    expect(report.coverage.files.failed).toBe(4);
  });

  it('of 100 MB', async () => {
    const folder = folderWith({ ...good, ...everywhere(() => '') });
    for (const path of paths) truncateSync(join(folder, path), 100_000_000);
    const { problems, code } = await verifyFolder(folder);
    expect(problems.sort()).toEqual(
      paths.map(
        (path) =>
          `limit ${path} the file has 95 MiB and the largest that is read is 16 MiB: exclude it, or split it`,
      ),
    );
    expect(code).toBe(1);
  });

  it('with a byte order mark, with Windows line ends, and with both, read as without them', async () => {
    const variants = [
      (text: string) => text,
      (text: string) => `\ufeff${text}`,
      (text: string) => text.replaceAll('\n', '\r\n'),
    ];
    const reports = [];
    for (const vary of [...variants, (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`]) {
      const { report, problems } = await verifyBesideGood(everywhere(vary));
      expect(problems).toEqual([]);
      reports.push(
        report.findings.map(({ check, file, startLine, startColumn, resource, message, fingerprint }) => ({
          check,
          file,
          startLine,
          startColumn,
          resource,
          message,
          fingerprint,
        })),
      );
    }
    for (const other of reports.slice(1)) expect(other).toEqual(reports[0]);
  });
});

describe('files and folders', () => {
  it('behind links that lead out, in circles or nowhere', async () => {
    const outside = folderWith({ 'pod.yaml': manifest });
    const folder = folderWith(good);
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync(join(outside, 'pod.yaml'), join(folder, 'out.yaml'));
    symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
    symlinkSync('..', join(folder, 'good/up'));
    symlinkSync('gone.yaml', join(folder, 'nowhere.yaml'));
    const { problems, report, code } = await verifyFolder(folder);
    expect(problems).toEqual([
      expect.stringMatching(/^unreadable loop\.yaml .* leads back to itself/),
      expect.stringMatching(/^unreadable nowhere\.yaml .* there is nothing of this name/),
      expect.stringMatching(/^invalid out .* leads out of the repository/),
      expect.stringMatching(/^invalid out\.yaml .* leads out of the repository/),
    ]);
    expect(report.findings.filter(({ file }) => file.startsWith('out'))).toEqual([]);
    expect([code, report.coverage.files.total]).toEqual([1, 2]);
  });

  it('behind a link that leads nowhere, beside files that refer to what it declares', async () => {
    const folder = folderWith({ 'a/main.tf': 'resource "aws_sqs_queue" "q" {\n  name = var.name\n}\n' });
    const undeclared = async () =>
      (await verifyFolder(folder)).report.findings.filter(
        ({ check }) => check === 'terraform/reference-undeclared',
      );
    expect(await undeclared()).toHaveLength(1);
    symlinkSync('../common/variables.tf', join(folder, 'a/variables.tf'));
    expect(await undeclared()).toEqual([]);
  });

  it('that nobody may open, as an unprivileged user sees them', async () => {
    const folder = folderWith({ ...good, 'bad/pod.yaml': manifest, 'closed/main.tf': configuration });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'bad/pod.yaml'), 0);
    chmodSync(join(folder, 'closed'), 0);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    const { problems, code } = await verifyFolder(folder).finally(() => {
      if (isRoot) process.seteuid?.(0);
    });
    chmodSync(join(folder, 'closed'), 0o755);
    expect([problems, code]).toEqual([
      [
        'unreadable closed the folder cannot be opened: check its permissions',
        'unreadable bad/pod.yaml the file cannot be opened: check its permissions',
      ],
      1,
    ]);
  });

  it('that are called like files of another kind', async () => {
    const { problems } = await verifyBesideGood({
      'x.yaml/y.tf/z.json/Dockerfile/.github/workflows/a.yaml/pod.yaml': manifest,
      'kustomization.yaml/a.txt': '',
      'Chart.yaml/a.txt': '',
      'main.tf/a.txt': '',
    });
    expect(problems).toEqual([]);
  });

  it('that version control and packages keep are not even looked at', async () => {
    const broken = { 'a.yaml': Buffer.from([0]), 'b.tf': '{{{', Dockerfile: 'FROM' };
    const files = ['.git', 'sub/.git/modules/x', 'node_modules/x', '.terraform/modules/m'].flatMap((folder) =>
      Object.entries(broken).map(([name, content]) => [`${folder}/${name}`, content] as const),
    );
    const { problems, report } = await verifyBesideGood(Object.fromEntries(files));
    expect([problems, report.coverage.files.total]).toEqual([[], 2]);
  });
});

describe('what the command line answers', () => {
  it('to an empty folder, and to one without infrastructure: nothing was read', async () => {
    for (const files of [{}, { 'README.md': '', 'a.yaml': 'a: 1\n', 'b.json': '{}' }] as const) {
      const { code, stdout } = await plinth('verify', folderWith(files));
      expect(code).toBe(3);
      expect(stdout).toMatch(/Nothing was read/);
      expect((await verifyFolder(folderWith(files))).report.summary.outcome).toBe('nothing-read');
    }
  });

  it('to a folder that is not there or a file, and to wrong options: wrong usage, told on standard error', async () => {
    const folder = folderWith(good);
    const wrong = [
      [join(folder, 'none')],
      [join(folder, 'good/deployment.yaml')],
      [folder, '--format', 'pdf'],
      [folder, '--check', 'kubernetes/none'],
      [folder, '--config', 'none.yaml'],
      [folder, '--fail-on', 'sometimes'],
      [folder, '--kubernetes-version', 'latest'],
      [folder, '--var', 'novalue'],
      [folder, '--format', 'json', '--output', join(folder, 'none/x.json')],
      [folder, '--nonsense'],
    ];
    for (const args of wrong) {
      const { code, stdout, stderr } = await plinth('verify', ...args);
      expect([args.slice(1), code, stdout]).toEqual([args.slice(1), 2, '']);
      expect(stderr).not.toBe('');
      expect(stderr).not.toMatch(/internal error|\n\s+at /);
    }
  });

  it('to a repository that could not be read whole: incomplete, where the user asked to be told', async () => {
    const folder = folderWith({ ...good, 'bad/main.tf': 'resource "a" {' });
    expect((await plinth('verify', folder)).code).toBe(1);
    expect((await plinth('verify', folder, '--fail-on', 'none')).code).toBe(0);
    expect((await plinth('verify', folder, '--fail-on-incomplete')).code).toBe(3);
  });

  it('in plain text without a terminal', async () => {
    const { stdout } = await plinth('verify', folderWith(good));
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toMatch(/good\/deployment\.yaml/);
  });
});

it('reads a repository that is the folder it stands in, and one whose path holds odd characters', async () => {
  const folder = folderWith({});
  const odd = join(folder, "it's a [repo] $HOME & #1 %20 ü 🙂");
  mkdirSync(odd);
  for (const [path, content] of Object.entries(good)) {
    mkdirSync(join(odd, path, '..'), { recursive: true });
    writeFileSync(join(odd, path), content);
  }
  expect((await verifyFolder(odd)).report.summary.resources).toBe(2);
});
