/** The day by the calendar of the tablet, YYYY-MM-DD: the day by UTC begins at nine in Korea. */
export function localDay(at: Date): string {
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
