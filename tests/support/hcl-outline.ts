import type { Body, Expression, TemplatePart } from '../../src/syntax/hcl/tree.ts';

/** A tree as one line of text that shows how it nests: `(a + (b * c))`. Texts stand as JSON. */
export function outline(node: Expression): string {
  const all = (nodes: readonly Expression[]): string => nodes.map(outline).join(', ');
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'object' && node.value !== null ? node.value.number : String(node.value);
    case 'template':
      return `${node.heredoc ?? ''}<${outlineParts(node.parts)}>`;
    case 'variable':
      return node.name;
    case 'attribute-access':
      return `${outline(node.of)}.${node.name}`;
    case 'index':
      return `${outline(node.of)}[${outline(node.key)}]`;
    case 'splat':
      return `${node.full ? 'full' : 'attributes'}(${outline(node.of)} | ${outline(node.each)})`;
    case 'call':
      return `${node.name}(${all(node.args)}${node.expand ? '...' : ''})`;
    case 'conditional':
      return `(${outline(node.condition)} ? ${outline(node.then)} : ${outline(node.else)})`;
    case 'unary':
      return `(${node.operator}${outline(node.operand)})`;
    case 'binary':
      return `(${outline(node.left)} ${node.operator} ${outline(node.right)})`;
    case 'tuple':
      return `[${all(node.items)}]`;
    case 'object':
      return `{${node.items.map(({ key, value }) => `${outline(key)} = ${outline(value)}`).join(', ')}}`;
    case 'parenthesised':
      return `paren ${outline(node.inner)}`;
    case 'for': {
      const names = node.keyName === undefined ? node.valueName : `${node.keyName}, ${node.valueName}`;
      const key = node.key ? `${outline(node.key)} => ` : '';
      const condition = node.condition ? ` if ${outline(node.condition)}` : '';
      return `for(${names} in ${outline(node.collection)} : ${key}${outline(node.value)}${node.group ? '...' : ''}${condition})`;
    }
    case 'broken':
      return 'BROKEN';
  }
}

function outlineParts(parts: readonly TemplatePart[]): string {
  return parts.map(outlinePart).join(' ');
}

function outlinePart(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return JSON.stringify(part.text);
    case 'interpolation':
      return `$${outline(part.value)}`;
    case 'if':
      return `if(${outline(part.condition)} | ${outlineParts(part.then)} | ${outlineParts(part.else)})`;
    case 'for-directive':
      return `for(${part.key ?? ''} ${part.value} in ${outline(part.collection)} | ${outlineParts(part.body)})`;
  }
}

/** A body, one line an item, blocks indented. */
export function outlineBody(body: Body, indentation = ''): string {
  return body.items
    .map((item) => {
      if (item.kind === 'attribute') return `${indentation}${item.name} = ${outline(item.value)}\n`;
      const labels = item.labels.map(({ text }) => ` ${JSON.stringify(text)}`).join('');
      return `${indentation}${item.type}${labels}\n${outlineBody(item.body, `${indentation}  `)}`;
    })
    .join('');
}
