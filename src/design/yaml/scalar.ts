/** Words that are a number, truth value, date or nothing to YAML 1.1 or 1.2 when they are not quoted. */
const special =
  /^(~|null|true|false|yes|no|on|off|y|n|\.nan|[-+]?\.inf|=|<<|[-+]?[\d.][\d_,.:]*(e[-+]?\d+)?|0[xob][\da-f_]+|\d{4}-\d\d?-\d\d?.*)$/i;
const plain = /^[A-Za-z0-9_./$(][^\u0000-\u001f\u007f-\uffff]*$/;
/** Most of what is written: a word longer than any of the above that begins with a letter. */
const word = /^[A-Za-z][\w./-]{5,}$/;
/** Printable text that a block can hold as it is. */
const blockable = /^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]*$/;

/**
 * A text as a scalar: plain where everybody reads it as that text, in quotes or as a block otherwise.
 * @param indent of the lines of a block; `undefined` inside of braces and brackets, where there are none
 */
export function scalar(text: string, indent: string | undefined): string {
  if (word.test(text)) return text;
  if (indent !== undefined && isBlock(text)) return block(text, indent);
  const inside = indent === undefined && /[,[\]{}]/.test(text);
  const fits = plain.test(text) && !/: |:$| #|\s$/.test(text) && !special.test(text) && !inside;
  if (fits) return text;
  return /^[\x20-\x7e]*$/.test(text) && !text.includes("'")
    ? `'${text}'`
    : JSON.stringify(text)
        .replaceAll('\u2028', '\\u2028')
        .replaceAll('\u2029', '\\u2029')
        .replaceAll('\ufeff', '\\ufeff')
        .replaceAll(/[\u007f-\u009f]/g, escapeOne);
}

function escapeOne(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Whether several lines are best read as a block. */
function isBlock(text: string): boolean {
  return (
    text.includes('\n') &&
    /\S\n[\s\S]/.test(text) &&
    blockable.test(text) &&
    !/^[\s]/.test(text) &&
    !/[ \t]+$/m.test(text)
  );
}

function block(text: string, indent: string): string {
  const chomp = text.endsWith('\n\n') ? '|+' : text.endsWith('\n') ? '|' : '|-';
  const lines = text.replace(/\n$/, '').split('\n');
  return `${chomp}\n${lines.map((line) => (line === '' ? '' : indent + line)).join('\n')}`;
}
