/** Minutes that a time zone is before UTC, in January and in July. */
export function offsetsOf(timezone: string): readonly number[] {
  const format = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
  const offsets = [0, 6].map((month) => {
    const name = format
      .formatToParts(new Date(Date.UTC(2026, month, 15)))
      .find(({ type }) => type === 'timeZoneName')!.value;
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  });
  return [...new Set(offsets)];
}
