import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../model/source-file.ts';
import { loadBlueprint } from '../load-blueprint.ts';

function said(functions: string, datastores: string): readonly string[] {
  const text = `name: shop\naccount: "111122223333"\nfunctions: ${functions}\ndatastores: ${datastores}\n`;
  return loadBlueprint(new SourceFile('plinth.yaml', text)).problems.map(({ message }) => message);
}

describe('checkEvents', () => {
  it.each([
    [
      'two for the same objects',
      '{ one: { on: { bucket: files } }, two: { on: { bucket: files } } }',
      '{ files: { type: bucket } }',
      'one is called for new objects of files already, and S3 takes one for each event: let that one publish to a topic that calls two',
    ],
    [
      'two for the same messages',
      '{ one: { on: { queue: in } }, two: { on: { queue: in } } }',
      '{ in: { type: queue } }',
      'one takes from in already, and each message goes to one of them: use a topic with a queue for each',
    ],
  ])('tells %s', (_, functions, datastores, message) => {
    expect(said(functions, datastores)).toEqual([message]);
  });

  it('takes what AWS takes', () => {
    const datastores =
      '{ out: { type: topic, fifo: true, subscribers: [in, other] }, in: { type: queue, fifo: true }, other: { type: queue }, log: { type: table } }';
    const functions =
      '{ one: { on: { queue: in } }, two: { on: { table: log } }, three: { on: { table: log } } }';
    expect(said(functions, datastores)).toEqual([]);
  });
});
