/** Today in UTC, `2026-03-31`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
