import type { classifyMessages } from '../../i18n/messages/classify.ts';

/** What a separator is called; a key this app does not know yet is shown as it is. */
export function separatorName(key: string, m: (typeof classifyMessages)['ko']): string {
  const names: Readonly<Record<string, string>> = m.separators;
  return names[key] ?? key;
}
