import { describe, expect, it } from 'vitest';
import { readFiles } from '../../tests/support/read-example.ts';
import { finalStages, instructionsOf, lastOf, runs, shellOf, stages } from './dockerfile.ts';
import { baseImageOf } from './dockerfile-image.ts';
import { inFinalImage } from './dockerfile-layers.ts';

async function graphOf(text: string) {
  return (await readFiles({ Dockerfile: text })).graph;
}

describe('the selectors of Dockerfiles', () => {
  it('finds stages, what they stand on, and what ends in the image', async () => {
    const graph = await graphOf(
      'FROM golang:1.24 AS Build\nUSER 1\nFROM alpine:3 AS base\nUSER 2\nFROM base AS final\nCOPY --from=build a b\n',
    );
    const all = graph.select(stages);
    expect(all.map(({ name, parent, isFinal }) => [name, parent?.name, isFinal])).toEqual([
      ['build', undefined, false],
      ['base', undefined, false],
      ['final', 'base', true],
    ]);
    expect(all.map((stage) => inFinalImage({ stage }))).toEqual([false, true, true]);
    expect(lastOf(graph.select(finalStages)[0]!, 'USER')!.node.text('arguments', 0)).toBe('2');
  });

  it('gives the commands of RUN with exact places, through continued lines and comments', async () => {
    const text =
      'FROM a\nRUN apt-get update \\\n  # why\n  && apt-get \\\n  install git\nRUN ["curl", "-k", "x"]\n';
    const graph = await graphOf(text);
    const places = graph.select(runs).map((run) =>
      run.commands.map((command) => {
        const { start, end } = run.at(command);
        return text.slice(start, end);
      }),
    );
    expect(places).toEqual([['apt-get update', 'apt-get \\\n  install git'], ['RUN ["curl", "-k", "x"]']]);
  });

  it('reads the commands of here-documents and triggers, and of no other language', async () => {
    const graph = await graphOf(
      `FROM a
RUN <<EOF
make one
make two
EOF
RUN <<EOF
#!/usr/bin/env python3
print("make")
EOF
RUN python3 <<EOF
import os
EOF
ONBUILD RUN make three
SHELL ["pwsh", "-c"]
RUN make four
`,
    );
    const said = graph
      .select(runs)
      .flatMap((run) => run.commands.map((command) => String(run.at(command).content)));
    expect(said).toEqual(['make one', 'make two', 'python3 <<EOF', 'make three']);
  });

  it('knows the shell of an instruction', async () => {
    const graph = await graphOf(
      'FROM a AS b\nRUN x\nSHELL ["/bin/bash", "-c"]\nRUN x\nFROM b\nRUN x\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN x\n',
    );
    expect(graph.select(instructionsOf('RUN')).map((run) => shellOf(run)[0])).toEqual([
      '/bin/sh',
      '/bin/bash',
      '/bin/bash',
      'cmd',
    ]);
  });

  it('knows tag and digest of a base image whose registry is an argument', async () => {
    const graph = await graphOf(
      'ARG REGISTRY\nFROM $REGISTRY/api:1.2\nFROM scratch\nFROM a:5000/b@sha256:00\n',
    );
    expect(graph.select(stages).map(baseImageOf)).toMatchObject([
      { tag: '1.2' },
      undefined,
      { repository: 'a:5000/b', digest: 'sha256:00' },
    ]);
  });

  it('cannot tell the base image that an argument without a default decides', async () => {
    const graph = await graphOf('ARG BASE\nFROM $BASE\n');
    expect(() => baseImageOf(graph.select(stages)[0]!)).toThrow(
      expect.objectContaining({ reason: expect.stringMatching(/BASE has no default/) }),
    );
  });
});
