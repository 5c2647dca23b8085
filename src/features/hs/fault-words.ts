import type { Fault } from '../../contracts/fault.ts';
import { formatHs } from '../../domain/hs/code.ts';
import { i18n } from '../../i18n/i18n.svelte.ts';

/** A fault in the words of this screen, where they are other than everywhere else. */
export function faultWords(fault: Fault): { readonly title: string; readonly text: string } {
  const m = i18n.m.classify;
  if (fault.code === 'not-found') {
    const title = m.tariff.notFound(formatHs(String(fault.facts?.['code'] ?? '')));
    return { title, text: m.tariff.notFoundText };
  }
  if (fault.code !== 'model-missing') return i18n.m.faults(fault);
  return fault.facts?.['pack'] === 'nomenclature'
    ? { title: m.noTariff, text: m.noTariffText }
    : { title: m.noModel, text: m.noModelText };
}
