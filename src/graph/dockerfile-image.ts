import { Unknown } from '../model/unknown.ts';
import { type ImageReference, parseImageReference } from '../syntax/image-reference.ts';
import { lineageOf, type Stage } from './dockerfile.ts';

/**
 * The image that a stage starts from; undefined for `scratch` and for a stage of the same file.
 * Where an argument decides only on its beginning (`$REGISTRY/api:1.2`), tag and digest are still known.
 * @throws Undecided where they are not
 */
export function baseImageOf(stage: Stage): ImageReference | undefined {
  const { image, parent } = stage;
  if (parent) return undefined;
  if (image.content instanceof Unknown) {
    const written = image.file.text.slice(image.start, image.end);
    const last = written.slice(written.lastIndexOf('/') + 1);
    const isWhole = last !== written && /^[\w.-]+$/.test(last);
    if (isWhole || /(?:@\w+:[0-9a-f]{32,}|:[\w.-]+)$/.test(last)) return parseImageReference(written);
  }
  const text = image.text() ?? '';
  return text.toLowerCase() === 'scratch' ? undefined : parseImageReference(text);
}

/** Whether the image starts anything: one that only carries files has neither command nor entry point of its own. */
export function runsSomething(stage: Stage): boolean {
  const line = lineageOf(stage);
  const isEmpty = line.at(-1)!.image.content === 'scratch';
  return (
    !isEmpty ||
    line.some(({ instructions }) =>
      instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT'),
    )
  );
}

/** Whether a Dockerfile only names an image, as those do that are there for a bot to raise the version in: nothing of it is made here. */
export function isOnlyNamed(stage: Stage): boolean {
  return lineageOf(stage).every(({ instructions }) =>
    instructions.every(({ keyword }) => keyword === 'FROM' || keyword === 'ARG' || keyword === 'LABEL'),
  );
}

/** Whether the base is an image of Windows, where users, shells and packages are different ones. */
export function isWindows(stage: Stage): boolean {
  return lineageOf(stage).some(({ image: { content } }) =>
    /windows|nanoserver|servercore/i.test(typeof content === 'string' ? content : ''),
  );
}
