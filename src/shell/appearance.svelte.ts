import { i18n } from '../i18n/i18n.svelte.ts';
import { LOCALES, type Locale } from '../i18n/locale.ts';

const THEMES = ['light', 'hc'] as const;
type Theme = (typeof THEMES)[number];

/** Language and theme: kept in localStorage, because they are needed before the database opens. */
class Appearance {
  theme = $state<Theme>('light');

  restore(): void {
    const locale = LOCALES.find((l) => l === read('haechi.locale'));
    this.#useLocale(locale ?? (navigator.language.startsWith('ko') ? 'ko' : 'en'));
    this.#useTheme(THEMES.find((t) => t === read('haechi.theme')) ?? 'light');
  }

  switchLocale(): void {
    this.#useLocale(i18n.locale === 'ko' ? 'en' : 'ko');
    write('haechi.locale', i18n.locale);
  }

  switchTheme(): void {
    this.#useTheme(this.theme === 'light' ? 'hc' : 'light');
    write('haechi.theme', this.theme);
  }

  #useLocale(locale: Locale): void {
    i18n.locale = locale;
    document.documentElement.lang = locale;
  }

  #useTheme(theme: Theme): void {
    this.theme = theme;
    document.documentElement.dataset['theme'] = theme;
  }
}

export const appearance = new Appearance();

/** Private windows may refuse localStorage: the choice then lasts until the page is closed. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to do: the choice holds for this visit.
  }
}
