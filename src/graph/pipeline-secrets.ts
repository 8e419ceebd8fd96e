import { isHarmlessValue } from '../syntax/secret.ts';

/** A password of a database that the job starts for itself protects nothing. */
const throwaway =
  /^(?:postgres|mysql|root|admin|guest|test(?:ing|er)?|dummy|fake|foo|bar|example|change-?me|password\d*|secret\d*|x+|\*+|minioadmin|minio123|not-?a-?(?:real-?)?\w+|your[-_].*|none|local.*|ci)$/i;

/** Long enough, made of several kinds of characters, and no word for a switch, a place or a test. */
export function looksSecret(text: string): boolean {
  if (text.length < 8 || isHarmlessValue(text) || throwaway.test(text) || /\s|\$/.test(text)) return false;
  return /\d/.test(text) && /[a-z]/i.test(text) && !/test|dummy|example|sample|fake|local/i.test(text);
}
