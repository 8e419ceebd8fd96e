import type { Body, Expression, ObjectItem, TemplatePart } from '../../src/syntax/hcl/tree.ts';

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;

/**
 * Writes a tree as HCL that reads back to it.
 * @param noise stands between tokens, in turn: blanks and comments, each starting with a blank; those with a newline
 * only where newlines are blanks
 */
export function printBody(body: Body, noise: readonly string[] = [' ']): string {
  const printer = new Printer(noise);
  printer.body(body);
  return printer.text;
}

class Printer {
  text = '';
  private newlines = false;
  private turn = 0;

  constructor(private readonly noise: readonly string[]) {}

  body(body: Body): void {
    for (const item of body.items) {
      if (item.kind === 'attribute') {
        this.token(item.name, '=');
        this.expression(item.value);
      } else {
        this.token(item.type);
        for (const { text } of item.labels)
          this.token(identifier.test(text) ? text : `"${escapeText(text)}"`);
        this.token('{');
        this.text += '\n';
        this.body(item.body);
        this.token('}');
      }
      if (!this.text.endsWith('\n')) this.text += '\n';
    }
  }

  private token(...texts: readonly string[]): void {
    for (const text of texts) {
      this.gap();
      this.text += text;
    }
  }

  private gap(): void {
    const noise = this.noise[this.turn++ % this.noise.length]!;
    this.text += !this.newlines && noise.includes('\n') ? ' ' : noise;
  }

  /** Writes what stands where newlines are blanks, or where they are not. */
  private within(newlines: boolean, write: () => void): void {
    const outer = this.newlines;
    this.newlines = newlines;
    write();
    this.newlines = outer;
  }

  private list(items: readonly Expression[]): void {
    items.forEach((item, at) => {
      if (at > 0) this.token(',');
      this.expression(item);
    });
  }

  private expression(node: Expression): void {
    switch (node.kind) {
      case 'literal':
        this.token(typeof node.value === 'object' && node.value ? node.value.number : String(node.value));
        break;
      case 'template':
        this.gap();
        if (node.heredoc) this.heredoc(node.parts, node.heredoc);
        else this.quoted(node.parts);
        break;
      case 'variable':
        // a splat writes its own marker
        if (node.name !== '*') this.token(node.name);
        break;
      case 'attribute-access':
        this.expression(node.of);
        this.token('.', node.name);
        break;
      case 'index':
        this.expression(node.of);
        this.token('[');
        this.within(true, () => {
          this.expression(node.key);
          this.token(']');
        });
        break;
      case 'splat':
        this.expression(node.of);
        this.token(...(node.full ? ['[', '*', ']'] : ['.', '*']));
        this.expression(node.each);
        break;
      case 'call':
        this.token(node.name, '(');
        this.within(true, () => {
          this.list(node.args);
          this.token(...(node.expand ? ['...', ')'] : [')']));
        });
        break;
      case 'conditional':
        this.expression(node.condition);
        this.token('?');
        this.expression(node.then);
        this.token(':');
        this.expression(node.else);
        break;
      case 'unary':
        this.token(node.operator);
        this.expression(node.operand);
        break;
      case 'binary':
        this.expression(node.left);
        this.token(node.operator);
        this.expression(node.right);
        break;
      case 'tuple':
        this.token('[');
        this.within(true, () => {
          this.list(node.items);
          this.token(']');
        });
        break;
      case 'object':
        this.token('{');
        this.within(false, () => this.items(node.items));
        break;
      case 'parenthesised':
        this.token('(');
        this.within(true, () => {
          this.expression(node.inner);
          this.token(')');
        });
        break;
      case 'for':
        this.token(node.key ? '{' : '[', 'for');
        this.within(true, () => {
          this.token(...(node.keyName === undefined ? [] : [node.keyName, ',']), node.valueName, 'in');
          this.expression(node.collection);
          this.token(':');
          if (node.key) {
            this.expression(node.key);
            this.token('=>');
          }
          this.expression(node.value);
          if (node.group) this.token('...');
          if (node.condition) {
            this.token('if');
            this.expression(node.condition);
          }
          this.token(node.key ? '}' : ']');
        });
        break;
      case 'broken':
        throw new Error('what is broken has no text');
    }
  }

  private items(items: readonly ObjectItem[]): void {
    items.forEach(({ key, value }, at) => {
      const name =
        key.kind === 'template' && key.parts.length === 1 && key.parts[0]!.kind === 'text'
          ? key.parts[0]!.text
          : '';
      if (identifier.test(name) && name !== 'for') this.token(name);
      else this.expression(key);
      this.token(at % 2 ? '=' : ':');
      this.expression(value);
      this.text += at % 3 ? ',' : '\n';
    });
    this.token('}');
  }

  private quoted(parts: readonly TemplatePart[]): void {
    this.text += '"';
    this.parts(parts, escapeText);
    this.text += '"';
  }

  private heredoc(parts: readonly TemplatePart[], kind: 'plain' | 'indented'): void {
    const from = this.text.length;
    this.parts(parts, (text) => text.replace(/([$%])\{/g, '$1$1{'));
    const lines = this.text.slice(from);
    // every line but blank ones moves in by the same width, which reading takes off again
    const moved = kind === 'indented' ? lines.replace(/^(?=.*\S)/gm, '   ') : lines;
    this.text = `${this.text.slice(0, from)}<<${kind === 'indented' ? '-' : ''}EOT\n${moved}EOT\n`;
  }

  private parts(parts: readonly TemplatePart[], write: (text: string) => string): void {
    for (const part of parts) {
      if (part.kind === 'text') this.text += write(part.text);
      else if (part.kind === 'interpolation') this.sequence('${', () => this.expression(part.value));
      else if (part.kind === 'if') {
        this.sequence('%{', () => {
          this.token('if');
          this.expression(part.condition);
        });
        this.parts(part.then, write);
        if (part.else.length > 0) {
          this.sequence('%{', () => this.token('else'));
          this.parts(part.else, write);
        }
        this.sequence('%{', () => this.token('endif'));
      } else {
        this.sequence('%{', () => {
          this.token('for', ...(part.key === undefined ? [] : [part.key, ',']), part.value, 'in');
          this.expression(part.collection);
        });
        this.parts(part.body, write);
        this.sequence('%{', () => this.token('endfor'));
      }
    }
  }

  private sequence(open: string, write: () => void): void {
    this.text += open;
    this.within(true, () => {
      write();
      this.token('}');
    });
  }
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\',
};

function escapeText(text: string): string {
  return text
    .replace(/[\n\r\t"\\]/g, (character) => escapes[character]!)
    .replace(/[$%](?=\{|$)/g, (character, at: number, whole: string) =>
      at === whole.length - 1 ? `\\u00${character.charCodeAt(0).toString(16)}` : character.repeat(2),
    );
}
