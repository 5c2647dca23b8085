/** One line of a report: what was measured, the figure, and what it should reach. */
export interface BenchLine {
  readonly what: string;
  readonly value: string;
  readonly goal?: string;
}

/** Prints lines as a plain table. */
export function printTable(title: string, lines: readonly BenchLine[]): void {
  const wide = Math.max(...lines.map((line) => line.what.length));
  const wideValue = Math.max(...lines.map((line) => line.value.length));
  process.stdout.write(`\n${title}\n`);
  for (const { what, value, goal } of lines) {
    const row = `  ${what.padEnd(wide)}  ${value.padStart(wideValue)}  ${goal === undefined ? '' : `(goal ${goal})`}`;
    process.stdout.write(`${row.trimEnd()}\n`);
  }
}

/** Middle of the values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
