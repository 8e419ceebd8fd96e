import { expect, it } from 'vitest';
import type { Edit } from '../model/edit.ts';
import type { Node } from '../model/node.ts';
import { SourceFile } from '../model/source-file.ts';
import { readDockerfile } from '../read/dockerfile/read-dockerfile.ts';
import { applyEdits } from './apply-edits.ts';

const text = `FROM node:latest AS build # not a comment
# install
RUN apt-get update && \\
    # really
    apt-get install x
CMD ["node", "a.js"]
USER root
EXPOSE 80 22
`;

function edit(source: string, ...steps: ((stage: Node, file: SourceFile) => Edit)[]): string {
  const file = new SourceFile('Dockerfile', source);
  const stage = readDockerfile(file).body!.peek('stages', 0)!;
  const result = applyEdits(
    file,
    steps.map((step) => step(stage, file)),
  );
  return 'text' in result ? result.text : `refused: ${result.refused}`;
}

const instruction = (stage: Node, at: number) => stage.peek('instructions', at)!;

it.each<[string, (stage: Node, file: SourceFile) => Edit, (text: string) => string]>([
  [
    'replaces a word',
    (stage) => ({ op: 'replace', node: instruction(stage, 3).peek('arguments', 0)!, value: 'app' }),
    (source) => source.replace('root', 'app'),
  ],
  [
    'replaces a string of the JSON form',
    (stage) => ({ op: 'replace', node: instruction(stage, 2).peek('arguments', 1)!, value: 'b".js' }),
    (source) => source.replace('"a.js"', '"b\\".js"'),
  ],
  [
    'takes out an instruction with all its lines',
    (stage) => ({ op: 'remove', node: instruction(stage, 1) }),
    (source) => source.replace(/RUN[\s\S]*install x\r?\n/, ''),
  ],
  [
    'takes out a word',
    (stage) => ({ op: 'remove', node: instruction(stage, 4).peek('arguments', 1)! }),
    (source) => source.replace(' 22', ''),
  ],
  [
    'puts a text in place, with the line ends of the file',
    (_, file) => ({ op: 'text', file, start: 0, end: 0, text: '# a\n' }),
    (source) => (source.includes('\r') ? '# a\r\n' : '# a\n') + source,
  ],
  [
    'has no keys',
    (stage) => ({ op: 'set', in: instruction(stage, 3), path: ['new'], value: 1 }),
    () => expect.stringMatching(/^refused: .*no keys/),
  ],
])('%s', (_, step, expected) => {
  expect(edit(text, step)).toEqual(expected(text));
  const windows = text.replaceAll('\n', '\r\n');
  expect(edit(windows, step)).toEqual(expected(windows));
});
