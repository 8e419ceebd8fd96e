import { describe, expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import { SourceFile } from '../../model/source-file.ts';
import { Unknown } from '../../model/unknown.ts';
import { dockerfileReader } from './dockerfile-reader.ts';
import { isDockerfile } from './file-name.ts';
import { readDockerfile } from './read-dockerfile.ts';

const options = { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: false };

function bodyOf(text: string) {
  return readDockerfile(new SourceFile('Dockerfile', text)).body!;
}

describe('the Dockerfile reader', () => {
  it('reads each Dockerfile as a unit with its path as address', async () => {
    const repository = memoryRepository({
      'api/Dockerfile': 'FROM node:22\nUSER node\n',
      'web.Dockerfile': 'FROM scratch\n',
      'docs/dockerfile.md': 'no',
    });
    const reading = await dockerfileReader.read(repository, options);
    expect(reading.resources.map(({ address, type, unit }) => [address, type, unit.id, unit.path])).toEqual([
      ['api/Dockerfile', 'dockerfile', 'dockerfile:api/Dockerfile', 'api'],
      ['web.Dockerfile', 'dockerfile', 'dockerfile:web.Dockerfile', '.'],
    ]);
    expect(repository.problems).toEqual([]);
  });

  it('reports one problem for what is no Dockerfile', async () => {
    const repository = memoryRepository({ Dockerfile: 'lorem ipsum\ndolor\nsit\n' });
    const reading = await dockerfileReader.read(repository, options);
    expect(reading.resources).toEqual([]);
    expect(repository.problems).toHaveLength(1);
    expect(repository.problems[0]!.message).toMatch(/there is no FROM/);
  });

  it('reports an instruction before the first FROM with its place', () => {
    const { problems, body } = readDockerfile(new SourceFile('Dockerfile', 'RUN make\nFROM a\n'));
    expect(problems).toMatchObject([{ kind: 'unreadable', start: 0, end: 3 }]);
    expect(body).toBeDefined();
  });

  it('resolves arguments and environment across stages', () => {
    const body = bodyOf(`ARG VERSION=22
ARG REGISTRY
FROM node:\${VERSION}-alpine AS base
ENV HOME=/srv/$VERSION PORT=80
ARG VERSION
ENV COPY=\${VERSION:-x}-\${NONE:-y} MAJOR=\${VERSION:-x}
FROM base
WORKDIR $HOME/app
EXPOSE $PORT
USER $UID
FROM $REGISTRY/x
`);
    expect(body.text('stages', 0, 'image')).toBe('node:22-alpine');
    expect(body.text('stages', 1, 'instructions', 2, 'arguments', 0)).toBe('80');
    const workdir = body.peek('stages', 1, 'instructions', 1, 'arguments', 0)!;
    // VERSION is an argument of the file, not of the stage, when HOME is set
    expect(workdir.content).toBeInstanceOf(Unknown);
    expect(body.peek('stages', 0, 'instructions', 3, 'values', 'COPY')!.content).toBeInstanceOf(Unknown);
    expect(body.text('stages', 0, 'instructions', 3, 'values', 'MAJOR')).toBe('22');
    expect(body.peek('stages', 2, 'image')!.content).toMatchObject({ reason: /REGISTRY has no default/ });
  });

  it('knows that scratch brings no variables', () => {
    expect(bodyOf('FROM scratch\nUSER x$NONE\n').text('stages', 0, 'instructions', 1, 'arguments', 0)).toBe(
      'x',
    );
  });

  it('gives up a value that doubles with every line', () => {
    const body = bodyOf(`FROM scratch\nENV A=xx\n${'ENV A=$A$A\n'.repeat(40)}`);
    expect(body.peek('stages', 0, 'instructions', 41, 'values', 'A')!.content).toBeInstanceOf(Unknown);
  });

  it('points at values, also in the old form of ENV', () => {
    const text = 'FROM a\nENV PASSWORD  s e c\nLABEL a="b c" \\\n d=e\n';
    const body = bodyOf(text);
    const range = (...path: (string | number)[]) => {
      const node = body.peek('stages', 0, 'instructions', ...path)!;
      return text.slice(node.start, node.end);
    };
    expect(range(1, 'values', 'PASSWORD')).toBe('s e c');
    expect(range(2, 'values', 'a')).toBe('"b c"');
    expect(range(2, 'values', 'd')).toBe('e');
    expect(body.text('stages', 0, 'instructions', 2, 'values', 'a')).toBe('b c');
  });

  it.each([
    ['Dockerfile', true],
    ['a/Dockerfile.dev', true],
    ['a/Dockerfile_dev', true],
    ['Dockerfile_test.go', false],
    ['a/api.Dockerfile', true],
    ['a/.dockerfile', true],
    ['Containerfile', true],
    ['Dockerfile.dockerignore', false],
    ['Dockerfile.j2', false],
    ['dockerfile.py', false],
    ['MyDockerfile', false],
  ])('claims %s: %s', (path, claimed) => {
    expect(isDockerfile(path)).toBe(claimed);
  });
});
