import type { Locale } from './locale.ts';
import { caseMessages } from './messages/case.ts';
import { classifyMessages } from './messages/classify.ts';
import { clearanceMessages } from './messages/clearance.ts';
import { faultMessages } from './messages/faults.ts';
import { importMessages } from './messages/import.ts';
import { listImportMessages } from './messages/list-import.ts';
import { outboxMessages } from './messages/outbox.ts';
import { packsMessages } from './messages/packs.ts';
import { shellMessages } from './messages/shell.ts';

/** One language's texts, by screen. Each file holds both languages side by side, typed alike. */
function messagesIn(locale: Locale) {
  return {
    shell: shellMessages[locale],
    clearance: clearanceMessages[locale],
    classify: classifyMessages[locale],
    import: importMessages[locale],
    listImport: listImportMessages[locale],
    case: caseMessages[locale],
    packs: packsMessages[locale],
    outbox: outboxMessages[locale],
    faults: faultMessages[locale],
  };
}

/** The language of the screen; components read `i18n.m` and redraw when it changes. */
class I18n {
  locale = $state<Locale>('ko');
  readonly m = $derived(messagesIn(this.locale));
}

export const i18n = new I18n();
