import type { Schedule } from '../environment.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `mon-fri 07:00-19:00` as times at which something is started and stopped. */
export function scheduleOf(text: string): Schedule {
  const [, from, to, start, stop] = /^(\w+)-(\w+) ([\d:]+)-([\d:]+)$/.exec(text) as unknown as [
    string,
    string,
    string,
    string,
    string,
  ];
  const [first, last] = [days.indexOf(from), days.indexOf(to)];
  const length = (last - first + 7) % 7;
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const each = (minutes(stop) - minutes(start) + 1440) % 1440 || 1440;
  return {
    text,
    start: cron(start, first, last),
    // past midnight it ends on the next day
    stop:
      minutes(stop) > minutes(start) ? cron(stop, first, last) : cron(stop, (first + 1) % 7, (last + 1) % 7),
    hours: Math.round(((length + 1) * each) / 60),
  };
}

/** Cron counts days from Sunday, 0. */
function cron(time: string, first: number, last: number): string {
  const [hour, minute] = time.split(':').map(Number);
  const number = (day: number) => (day + 1) % 7;
  const list = Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, at) => number((first + at) % 7));
  return `${minute} ${hour} * * ${list.length === 7 ? '*' : list.sort().join(',')}`;
}
