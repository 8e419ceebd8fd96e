import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Problem } from '../model/problem.ts';
import { reasonOf } from './walk.ts';

/** Larger files are generated data, not code that a person keeps: 16 MiB. */
const largestFile = 16 * 1024 * 1024;

/** A text, or why there is none. */
export type TextRead =
  | { readonly text: string; readonly bytes: number }
  | { readonly refusal: Pick<Problem, 'kind' | 'message'> };

/** What a file holds, as UTF-8. @param full an absolute path inside the root */
export function readText(full: string): TextRead {
  let descriptor: number;
  try {
    // a pipe must not make us wait for somebody who writes into it
    descriptor = openSync(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return refuse('unreadable', `the file cannot be opened: ${reasonOf(error)}`);
  }
  try {
    return readAll(descriptor);
  } catch (error) {
    return refuse('unreadable', `the file cannot be read: ${reasonOf(error)}`);
  } finally {
    closeSync(descriptor);
  }
}

/** Most files fit in, so that reading one asks the system for no more than open, read and close. */
const shared = Buffer.allocUnsafeSlow(64 * 1024);

function readAll(descriptor: number): TextRead {
  const length = fill(descriptor, shared, 0);
  if (length < shared.length) return decode(shared.subarray(0, length));
  const found = fstatSync(descriptor);
  if (!found.isFile()) return refuse('unreadable', 'this is no regular file and is not read');
  if (found.size > largestFile) {
    const [size, limit] = [found.size, largestFile].map((bytes) => Math.round(bytes / 1024 / 1024));
    const message = `the file has ${size} MiB and the largest that is read is ${limit} MiB: exclude it, or split it`;
    return refuse('limit', message);
  }
  const bytes = Buffer.allocUnsafeSlow(found.size);
  shared.copy(bytes);
  return decode(bytes.subarray(0, fill(descriptor, bytes, length)));
}

/** Reads on until the end of the file or of the buffer. @returns how much of the buffer is filled */
function fill(descriptor: number, buffer: Buffer, from: number): number {
  let at = from;
  while (at < buffer.length) {
    const read = readSync(descriptor, buffer, at, buffer.length - at, null);
    if (read === 0) break;
    at += read;
  }
  return at;
}

function decode(bytes: Buffer): TextRead {
  if (bytes.includes(0)) {
    const message = startsAsUtf16(bytes)
      ? 'the file is UTF-16: save it as UTF-8, or exclude it'
      : 'the file is binary: exclude it';
    return refuse('unreadable', message);
  }
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), bytes: bytes.length };
  if (!isUtf8(bytes))
    return refuse('unreadable', 'the file is not UTF-8 text: save it as UTF-8, or exclude it');
  return { text: bytes.toString('utf8'), bytes: bytes.length };
}

/** Whether there is a byte order mark of UTF-16 at the beginning. */
function startsAsUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function refuse(kind: Problem['kind'], message: string): TextRead {
  return { refusal: { kind, message } };
}
