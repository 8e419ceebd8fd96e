import {
  CHOMPING_MODE,
  type ChompingMode,
  EVENT_ID,
  getScalarValue,
  type ScalarEvent,
  type ScalarStyle,
} from 'js-yaml';

/** What a scalar in this range says, with escapes resolved and lines folded. @param indent that of a block scalar */
export function decode(
  text: string,
  start: number,
  end: number,
  style: ScalarStyle,
  chomping: ChompingMode = CHOMPING_MODE.CLIP,
  indent = -1,
): string {
  const event: ScalarEvent = {
    type: EVENT_ID.SCALAR,
    valueStart: start,
    valueEnd: end,
    anchorStart: -1,
    anchorEnd: -1,
    tagStart: -1,
    tagEnd: -1,
    style,
    chomping,
    indent,
    fast: false,
  };
  return getScalarValue(text, event);
}
