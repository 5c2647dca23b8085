/**
 * Version of a list read on a day, `2026.1122.1`: year, month and day, and the next number of that
 * day. `used`: all versions this tablet has or had. One of them must never name other rows.
 */
export function nextListVersion(today: string, used: Iterable<string>): string {
  const [year = '', month = '', day = ''] = today.split('-');
  const stem = `${Number(year)}.${Number(month + day)}.`;
  const numbers = [...used].flatMap((version) =>
    version.startsWith(stem) ? [Number(version.slice(stem.length))] : [],
  );
  return `${stem}${Math.max(0, ...numbers) + 1}`;
}
