const units: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** Seconds of a duration as Go and Prometheus write it (`720h`, `1h30m`, `7d`); undefined where it is none. */
export function secondsOf(text: string): number | undefined {
  if (/^0+$/.test(text)) return 0;
  let total = 0;
  const rest = text.replace(/(\d+(?:\.\d+)?)(ns|us|µs|ms|[smhdwy])/g, (_, amount: string, unit: string) => {
    total += Number(amount) * units[unit]!;
    return '';
  });
  return text !== '' && rest === '' ? total : undefined;
}
