import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import { Unknown } from '../../model/unknown.ts';
import {
  isPlaceholder,
  joinPath,
  maxViolations,
  nearestName,
  type Violation,
  wrongType,
} from './violation.ts';

/** What every object has, whatever its schema says. Source: apiextensions, structural schemas. */
const always = new Set(['apiVersion', 'kind', 'metadata']);

/**
 * Holds a custom resource against the `openAPIV3Schema` of its definition: fields that would be pruned or refused, types,
 * required fields, enums and bounds. `status` is the controller's and is left out; patterns, `oneOf` and its kin and CEL rules
 * are not judged.
 *
 * @param schema the node of `openAPIV3Schema`
 */
export function validateCustomResource(body: Node, schema: Node): readonly Violation[] {
  const validation = new Validation();
  const { content } = body;
  const properties = schema.peek('properties');
  if (content instanceof Mapping)
    content.keys.forEach((key, at) => {
      const field = properties?.peek(key);
      if (always.has(key) || key === 'status') return;
      if (field) validation.value(content.nodes[at]!, field, key);
      else validation.unknown(key, content.nodes[at]!, schema, '');
    });
  validation.required(body, schema, '');
  return validation.violations;
}

class Validation {
  readonly violations: Violation[] = [];

  value(node: Node, schema: Node, path: string): void {
    const { content } = node;
    if (content === null || content instanceof Unknown || isPlaceholder(node)) return;
    if (schema.peek('x-kubernetes-int-or-string')?.content === true) {
      if (typeof content !== 'string' && !Number.isInteger(content))
        this.wrongType(node, 'a whole number or text', path);
      return;
    }
    const type = schema.peek('type')?.content;
    if (type === 'object') this.object(node, schema, path);
    else if (type === 'array') this.list(node, schema, path);
    else if (typeof type === 'string') this.scalar(node, type, schema, path);
  }

  required(node: Node, schema: Node, path: string): void {
    const names = schema.peek('required')?.content;
    if (!Array.isArray(names)) return;
    for (const name of names as readonly Node[]) {
      const key = String(name.content);
      if (path === '' && (always.has(key) || key === 'status')) continue;
      const value = node.peek(key);
      if (value !== undefined && value.content !== null) continue;
      if (schema.peek('properties', key, 'default')) continue;
      const place = joinPath(path, key);
      this.add('required-missing', node, place, `\`${place}\` is required here`);
    }
  }

  unknown(key: string, node: Node, schema: Node, path: string): void {
    // `creationTimestamp: null` is what generators write; nothing is lost with it
    if (this.violations.length >= maxViolations || node.content === null) return;
    if (schema.peek('x-kubernetes-preserve-unknown-fields')?.content === true) return;
    const properties = schema.peek('properties')?.content;
    if (!(properties instanceof Mapping)) return;
    const near = nearestName(key, properties.keys);
    const where = path === '' ? 'the object' : `\`${path}\``;
    this.add(
      'unknown-field',
      node,
      joinPath(path, key),
      `${where} has no field \`${key}\`${near ? `: did you mean \`${near}\`?` : ''}`,
    );
  }

  private object(node: Node, schema: Node, path: string): void {
    const { content } = node;
    if (!(content instanceof Mapping)) {
      this.wrongType(node, 'a map', path);
      return;
    }
    if (schema.peek('x-kubernetes-embedded-resource')?.content === true) return;
    const properties = schema.peek('properties');
    const others = schema.peek('additionalProperties');
    content.keys.forEach((key, at) => {
      const value = content.nodes[at]!;
      const field = properties?.peek(key);
      if (field) this.value(value, field, joinPath(path, key));
      else if (others) {
        if (others.content instanceof Mapping) this.value(value, others, joinPath(path, key));
      } else this.unknown(key, value, schema, path);
    });
    this.required(node, schema, path);
  }

  private list(node: Node, schema: Node, path: string): void {
    const { content } = node;
    if (!Array.isArray(content)) {
      this.wrongType(node, 'a list', path);
      return;
    }
    const items = content as readonly Node[];
    const least = bound(schema, 'minItems');
    const most = bound(schema, 'maxItems');
    if (least !== undefined && items.length < least)
      this.add('invalid-value', node, path, `\`${path}\` has to have at least ${least} items`);
    if (most !== undefined && items.length > most)
      this.add('invalid-value', node, path, `\`${path}\` may have at most ${most} items`);
    const of = schema.peek('items');
    if (of)
      items.forEach((item, at) => {
        this.value(item, of, joinPath(path, at));
      });
  }

  private scalar(node: Node, type: string, schema: Node, path: string): void {
    const { content } = node;
    if (type === 'string') {
      if (typeof content !== 'string') {
        this.wrongType(node, 'text', path);
        return;
      }
      this.length(node, content, schema, path);
    } else if (type === 'boolean') {
      if (typeof content !== 'boolean') {
        this.wrongType(node, 'true or false', path);
        return;
      }
    } else if (type === 'integer' || type === 'number') {
      if (typeof content !== 'number' || (type === 'integer' && !Number.isInteger(content))) {
        this.wrongType(node, type === 'integer' ? 'a whole number' : 'a number', path);
        return;
      }
      this.range(node, content, schema, path);
    }
    const admitted = schema.peek('enum')?.content;
    if (!Array.isArray(admitted)) return;
    const values = (admitted as readonly Node[]).map((value) => value.content);
    if (values.includes(content)) return;
    const names = values.map(String);
    const near = typeof content === 'string' ? nearestName(content, names) : undefined;
    this.add(
      'invalid-value',
      node,
      path,
      `\`${path}\` has to be one of ${names.join(', ')}${near ? `: did you mean ${near}?` : ''}`,
    );
  }

  private length(node: Node, text: string, schema: Node, path: string): void {
    const least = bound(schema, 'minLength');
    const most = bound(schema, 'maxLength');
    const length = least === undefined && most === undefined ? 0 : [...text].length;
    if (least !== undefined && length < least)
      this.add('invalid-value', node, path, `\`${path}\` has to have at least ${least} characters`);
    if (most !== undefined && length > most)
      this.add('invalid-value', node, path, `\`${path}\` may have at most ${most} characters`);
  }

  private range(node: Node, number: number, schema: Node, path: string): void {
    const least = bound(schema, 'minimum');
    const most = bound(schema, 'maximum');
    const above = schema.peek('exclusiveMinimum')?.content === true;
    const below = schema.peek('exclusiveMaximum')?.content === true;
    if (least !== undefined && (number < least || (above && number === least)))
      this.add(
        'invalid-value',
        node,
        path,
        `\`${path}\` has to be ${above ? 'more than' : 'at least'} ${least}`,
      );
    if (most !== undefined && (number > most || (below && number === most)))
      this.add(
        'invalid-value',
        node,
        path,
        `\`${path}\` has to be ${below ? 'less than' : 'at most'} ${most}`,
      );
  }

  private wrongType(node: Node, expected: string, path: string): void {
    if (this.violations.length < maxViolations) this.violations.push(wrongType(node, expected, path));
  }

  private add(kind: Violation['kind'], node: Node, path: string, message: string): void {
    if (this.violations.length < maxViolations) this.violations.push({ kind, node, path, message });
  }
}

function bound(schema: Node, key: string): number | undefined {
  const content = schema.peek(key)?.content;
  return typeof content === 'number' ? content : undefined;
}
