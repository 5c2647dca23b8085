import type { Names } from '../../contracts/names.ts';
import {
  CODE_FIELDS,
  QUANTITY_FIELDS,
  type DeclarationLine,
} from '../../domain/risk/declaration.ts';
import { formatNumber, formatWon } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { caseMessages } from '../../i18n/messages/case.ts';
import type { Box } from './case-reasons.ts';

/** A code is shown in its frame before its name; `verified` false: the name has no source at hand. */
export interface ShownValue {
  readonly code?: string;
  readonly text: string;
  readonly verified?: boolean;
}

interface Words {
  readonly m: (typeof caseMessages)['ko'];
  readonly locale: Locale;
}

/** The content of one box: codes by name, figures with their unit. Empty: the file has nothing. */
export function caseValue(
  box: Box,
  line: DeclarationLine,
  names: Pick<Names, 'country' | 'code' | 'hsText'>,
  { m, locale }: Words,
): ShownValue {
  switch (box) {
    case 'origin':
    case 'departure': {
      const name = names.country(line[box]);
      return { code: line[box], text: name === line[box] ? '' : name };
    }
    case 'office':
    case 'processType':
    case 'importType':
    case 'importUse':
    case 'paymentType':
    case 'transportMode':
    case 'taxType':
    case 'originIndicator': {
      const { name, verified } = names.code(box, line[box], line.date);
      return { code: line[box], text: name === line[box] ? '' : name, verified };
    }
    case 'hs6':
      return { text: names.hsText(line.hs6) };
    case 'taxRate':
      return { text: figure(line.taxRate, (rate) => `${formatNumber(rate, 2)} %`) };
    case 'netMass':
      return { text: figure(line.netMass, (mass) => `${formatNumber(mass, 3)} kg`) };
    case 'itemPrice':
      return { text: figure(line.itemPrice, (price) => formatWon(price, locale)) };
    case 'unitPrice':
      if (!(line.netMass > 0)) return { text: m.noMass };
      return { text: figure(line.itemPrice / line.netMass, (won) => formatWon(won, locale)) };
    case 'fraud':
      return { text: m.outcomes[line.outcome === 'critical' ? 'fraud' : line.outcome] };
    case 'critical':
      return { text: m.outcomes[line.outcome === 'fraud' ? 'nothing' : line.outcome] };
    default:
      return { text: line[box] };
  }
}

/**
 * How many fields the file fills of those that it can. Outcomes of inspection are left out: a line
 * that waits for a decision has none, and the score never reads them.
 */
export function emptyFields(line: DeclarationLine): {
  readonly all: number;
  readonly empty: number;
} {
  const codes = CODE_FIELDS.filter((field) => line[field] === '').length;
  const quantities = QUANTITY_FIELDS.filter((field) => !Number.isFinite(line[field])).length;
  // The number and the date are never empty: a line without them is not read.
  return { all: 2 + CODE_FIELDS.length + QUANTITY_FIELDS.length, empty: codes + quantities };
}

/** A column that the file lacks is not a number: it is empty, never a figure. */
function figure(value: number, write: (value: number) => string): string {
  return Number.isFinite(value) ? write(value) : '';
}
