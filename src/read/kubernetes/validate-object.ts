import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import { Unknown } from '../../model/unknown.ts';
import {
  type ApiSchemas,
  type Field,
  type FieldType,
  fieldKnownIn,
  type ObjectSchema,
} from './api-schemas.ts';
import {
  isPlaceholder,
  joinPath,
  maxViolations,
  nearestName,
  type Violation,
  wrongType,
} from './violation.ts';

/** Sources: apimachinery's resource.Quantity, and Go's base64.StdEncoding, which skips line ends. */
const quantity = /^[+-]?(\d+(\.\d*)?|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;
const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * Holds an object against the schema of its kind, as the API server does with strict field validation: unknown fields,
 * wrong types, required fields, admitted values. Null counts as not set; what is not known and what is filled in later
 * (`${REPLICAS}`) is not judged.
 *
 * @param schema the object's, from {@link ApiSchemas.ofKind}
 */
export function validateObject(body: Node, schema: ObjectSchema, schemas: ApiSchemas): readonly Violation[] {
  const violations: Violation[] = [];
  new Validation(schemas, violations).object(body, schema, '');
  return violations;
}

class Validation {
  constructor(
    private readonly schemas: ApiSchemas,
    private readonly violations: Violation[],
  ) {}

  object(node: Node, schema: ObjectSchema, path: string): void {
    if (this.violations.length >= maxViolations) return;
    const { content } = node;
    if (!(content instanceof Mapping)) {
      this.wrongType(node, 'a map', path);
      return;
    }
    for (let at = 0; at < content.keys.length; at++) {
      const key = content.keys[at]!;
      const value = content.nodes[at]!;
      const field = schema.fields.get(key);
      if (field) this.field(value, field, joinPath(path, key));
      else this.unknownField(key, value, schema, path);
    }
    for (const [name, { required }] of schema.fields) {
      if (!required || isSet(content.get(name))) continue;
      this.add(
        'required-missing',
        node,
        joinPath(path, name),
        `\`${joinPath(path, name)}\` is required here`,
      );
    }
  }

  private field(node: Node, field: Field, path: string): void {
    this.value(node, field.type, path);
    if (!field.values) return;
    const { content } = node;
    for (const item of Array.isArray(content) ? (content as readonly Node[]) : [node]) {
      const text = item.content;
      if (typeof text !== 'string' || field.values.includes(text) || isPlaceholder(item)) continue;
      const near = nearestName(text, field.values);
      const choice = field.values.filter((value) => value !== '').join(', ');
      this.add(
        'invalid-value',
        item,
        path,
        `\`${path}\` has to be one of ${choice}${near ? `: did you mean ${near}?` : ''}`,
      );
    }
  }

  private value(node: Node, type: FieldType, path: string): void {
    const { content } = node;
    if (content === null || content instanceof Unknown || type.is === 'any' || isPlaceholder(node)) return;
    if (type.is === 'object') {
      const schema = this.schemas.object(type.name);
      if (schema) this.object(node, schema, path);
    } else if (type.is === 'list') {
      if (!Array.isArray(content)) this.wrongType(node, 'a list', path);
      else
        (content as readonly Node[]).forEach((item, at) => {
          this.value(item, type.of, joinPath(path, at));
        });
    } else if (type.is === 'map') {
      if (!(content instanceof Mapping)) this.wrongType(node, 'a map', path);
      else
        content.keys.forEach((key, at) => {
          this.value(content.nodes[at]!, type.of, joinPath(path, key));
        });
    } else this.scalar(node, type.is, path);
  }

  private scalar(node: Node, type: string, path: string): void {
    const { content } = node;
    if (type === 'string' || type === 'base64') {
      if (typeof content !== 'string') {
        this.wrongType(node, 'text', path, isCollection(content) ? undefined : 'add');
        return;
      }
      if (type === 'base64' && !isBase64(content))
        this.add('invalid-value', node, path, `\`${path}\` has to be base64 and is not: encode it`);
    } else if (type === 'integer') {
      if (!Number.isInteger(content))
        this.wrongType(node, 'a whole number', path, isWhole(content) ? 'remove' : undefined);
    } else if (type === 'number') {
      if (typeof content !== 'number') this.wrongType(node, 'a number', path);
    } else if (type === 'boolean') {
      if (typeof content !== 'boolean')
        this.wrongType(
          node,
          'true or false',
          path,
          content === 'true' || content === 'false' ? 'remove' : undefined,
        );
    } else if (type === 'int-or-string') {
      if (typeof content !== 'string' && !Number.isInteger(content))
        this.wrongType(node, 'a whole number or text', path);
    } else if (typeof content === 'string') {
      if (!quantity.test(content))
        this.add('invalid-value', node, path, `\`${path}\` has to be a quantity such as 500m, 2 or 1.5Gi`);
    } else if (typeof content !== 'number') this.wrongType(node, 'a quantity such as 500m or 1.5Gi', path);
  }

  private unknownField(key: string, node: Node, schema: ObjectSchema, path: string): void {
    if (this.violations.length >= maxViolations) return;
    const where = path === '' ? 'the object' : `\`${path}\``;
    const known = fieldKnownIn(schema.name, key);
    const parent = known ? undefined : this.parentOf(key, schema);
    const near = known || parent ? undefined : nearestName(key, schema.fields.keys());
    const hint = known
      ? this.schemas.minor < known[0]
        ? `: it exists from Kubernetes 1.${known[0]} on`
        : `: it was removed after Kubernetes 1.${known[1]}`
      : parent
        ? `: it belongs under \`${parent}\``
        : near
          ? `: did you mean \`${near}\`?`
          : '';
    this.add('unknown-field', node, joinPath(path, key), `${where} has no field \`${key}\`${hint}`);
  }

  /** The one field beside a misplaced one whose object has it. */
  private parentOf(key: string, schema: ObjectSchema): string | undefined {
    const parents: string[] = [];
    for (const [name, { type }] of schema.fields)
      if (type.is === 'object' && this.schemas.object(type.name)?.fields.has(key)) parents.push(name);
    return parents.length === 1 ? parents[0] : undefined;
  }

  private wrongType(node: Node, expected: string, path: string, quotes?: Violation['quotes']): void {
    if (this.violations.length < maxViolations) this.violations.push(wrongType(node, expected, path, quotes));
  }

  private add(kind: Violation['kind'], node: Node, path: string, message: string): void {
    if (this.violations.length < maxViolations) this.violations.push({ kind, node, path, message });
  }
}

function isSet(node: Node | undefined): boolean {
  return node !== undefined && node.content !== null;
}

function isCollection(content: unknown): boolean {
  return typeof content === 'object';
}

function isWhole(content: unknown): boolean {
  return typeof content === 'string' && /^-?\d+$/.test(content);
}

function isBase64(text: string): boolean {
  const plain = text.replace(/[\r\n]/g, '');
  return plain.length % 4 === 0 && base64.test(plain);
}
