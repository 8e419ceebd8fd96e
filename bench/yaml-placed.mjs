/** A node with all below it as plain data, places included, to compare trees by. */
export function placed(node) {
  const { content, keyStart, start, end } = node;
  const below = Array.isArray(content)
    ? content.map(placed)
    : content?.nodes
      ? content.nodes.map((child, at) => [content.keys[at], placed(child)])
      : content;
  return [keyStart, start, end, below];
}
