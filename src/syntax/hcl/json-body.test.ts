import { describe, expect, it } from 'vitest';
import { outlineBody } from '../../../tests/support/hcl-outline.ts';
import { type BlockTypes, jsonToBody } from './json-body.ts';
import { parseExpressionInJson } from './json-string.ts';
import { parseHclJson } from './parse-hcl-json.ts';
import type { Expression } from './tree.ts';

const types: BlockTypes = {
  resource: { labels: 2, blocks: { lifecycle: { labels: 0 }, provisioner: { labels: 1 } } },
  locals: { labels: 0 },
  terraform: { labels: 0 },
};

function read(value: unknown): { text: string; outlined: string; errors: readonly { message: string }[] } {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const { value: parsed, errors } = parseHclJson(text);
  expect(errors).toEqual([]);
  const made = jsonToBody(text, parsed!, types);
  return { text, outlined: outlineBody(made.body), errors: made.errors };
}

describe('blocks of JSON syntax', () => {
  it('makes a block of each object below the labels', () => {
    const { outlined, errors } = read({
      resource: { aws_vpc: { a: { cidr: '10.0.0.0/8' }, b: [{ n: 1 }, { n: 2 }] }, aws_subnet: { c: {} } },
      terraform: {},
    });
    expect(errors).toEqual([]);
    expect(outlined).toBe(
      'resource "aws_vpc" "a"\n  cidr = <"10.0.0.0/8">\n' +
        'resource "aws_vpc" "b"\n  n = 1\nresource "aws_vpc" "b"\n  n = 2\n' +
        'resource "aws_subnet" "c"\nterraform\n',
    );
  });

  it('flattens lists at every level and keeps repeated properties', () => {
    const { outlined, errors } = read(
      '[{"resource": [{"x": {"a": {}}}, {"x": [{"b": {}}]}]}, {"resource": {"y": {"c": {}}}, "resource": {"z": {"d": null, "e": []}}}]',
    );
    expect(errors).toEqual([]);
    expect(outlined).toBe('resource "x" "a"\nresource "x" "b"\nresource "y" "c"\n');
  });

  it('reads nested blocks by the schema of their parent, all else as attributes', () => {
    const { outlined } = read({
      resource: {
        x: { a: { lifecycle: { n: 1 }, provisioner: { 'local-exec': { c: 'x' } }, locals: { y: 2 } } },
      },
    });
    expect(outlined).toBe(
      'resource "x" "a"\n  lifecycle\n    n = 1\n  provisioner "local-exec"\n    c = <"x">\n  locals = {<"y"> = 2}\n',
    );
  });

  it('drops comments in bodies only', () => {
    const { outlined } = read({ '//': 'x', locals: { '//': 1, a: { '//': 2 } } });
    expect(outlined).toBe('locals\n  a = {<"//"> = 2}\n');
  });

  it('says what must be an object, and what is set twice', () => {
    const { errors } = read('{"resource": {"x": 1}, "locals": {"a": 1, "a": 2}, "terraform": "x"}');
    expect(errors.map(({ message }) => message)).toEqual([
      'Expected an object that holds the labels of "resource".',
      '"a" is set twice in this body: remove one.',
      'Expected an object that holds arguments and blocks.',
    ]);
  });

  it('does not take properties of every object for block types', () => {
    expect(read('{"constructor": 1, "__proto__": 2}').outlined).toBe('constructor = 1\n__proto__ = 2\n');
  });
});

describe('expressions of JSON syntax', () => {
  it('reads strings and keys as templates, all else as it is', () => {
    const { outlined, errors } = read(
      '{"a": ["x-${var.y}", "${1 + 2}", {"${k}": true, "l": null}, -1.50e3, "$${z}"]}',
    );
    expect(errors).toEqual([]);
    expect(outlined).toBe(
      'a = [<"x-" $var.y>, <$(1 + 2)>, {<$k> = true, <"l"> = null}, (-1.50e3), <"${z}">]\n',
    );
  });

  it('places what a string holds in the JSON text, escapes or not', () => {
    const text = String.raw`{"a": "é\n${'$'}{ f(\"\u00e9\", var.x) }"}`;
    const { value } = parseHclJson(text);
    const { body, errors } = jsonToBody(text, value!, {});
    expect(errors).toEqual([]);
    expect(outlineBody(body)).toBe('a = <"é\\n" $f(<"é">, var.x)>\n');
    const item = body.items[0]!;
    const found: string[] = [];
    const visit = (node: Expression): void => {
      found.push(text.slice(node.start, node.end));
      if (node.kind === 'call') node.args.forEach(visit);
      if (node.kind === 'template')
        for (const part of node.parts) if (part.kind === 'interpolation') visit(part.value);
    };
    if (item.kind === 'attribute') visit(item.value);
    expect(found.slice(1)).toEqual([String.raw`f(\"\u00e9\", var.x)`, String.raw`\"\u00e9\"`, 'var.x']);
    expect(text.slice(item.start, item.start + 1)).toBe('a');
  });

  it('reports errors of templates at their place', () => {
    const text = '{"a": "ok", "b": "x${1 +}"}';
    const { errors } = jsonToBody(text, parseHclJson(text).value!, {});
    expect(errors).toEqual([{ message: 'Expected a value, but found "}".', start: 24, end: 25 }]);
  });

  it('reads a string as an expression where it names a reference', () => {
    const text = '["aws_vpc.a[0]"]';
    const { expression, errors } = parseExpressionInJson(text, { start: 1, end: 15 });
    expect(errors).toEqual([]);
    expect(text.slice(expression.start, expression.end)).toBe('aws_vpc.a[0]');
  });
});
