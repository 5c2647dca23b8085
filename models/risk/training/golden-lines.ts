import { LINE_FIELDS, OUTCOMES } from '../../../src/domain/risk/declaration.ts';
import type { LineTable } from '../../../src/domain/risk/declaration.ts';
import { templateAt } from './line-parts.ts';
import { seededRandom } from '../../random.ts';
import type { Random } from '../../random.ts';
import type { MadeLine } from './table-of.ts';

/** Learnt templates among the cases: without them no golden line would be of a known pattern. */
const KNOWN = { critical: 5, fraud: 7, nothing: 8 } as const;
const NOVEL = 40;

/** Goods, countries and rates anybody may write on a declaration; no data set was asked. */
const GOODS = [
  ...['090111', '160414', '190590', '220421', '240220', '300490', '330499', '392690', '420222'],
  ...['442199', '490199', '540752', '610910', '640399', '691110', '711311', '732690', '848180'],
  ...['851712', '854231', '870323', '901890', '940360', '950300', '970110', '030617', '121190'],
] as const;
const COUNTRIES = ['CN', 'US', 'JP', 'DE', 'VN', 'IT', 'TH', 'FR', 'AU', 'BR'] as const;
const RATES = ['0', '3', '5', '6.5', '8', '13', '20', '30'] as const;
const TAX_TYPES = ['A', 'C', 'FCN1', 'FEU1', 'FUS1', 'FVN1', 'R'] as const;

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** Between `low` and `high`, as often small as large, with `digits` decimals. */
function amount(low: number, high: number, digits: number, random: Random): string {
  return (low * (high / low) ** random()).toFixed(digits);
}

/** How the line was lodged and by whom: codes that no office uses. */
function inventLodging(at: number, random: Random): MadeLine {
  return {
    id: `GOLDEN-${String(at).padStart(4, '0')}`,
    date: `2031-0${1 + (at % 9)}-1${at % 8}`,
    office: `G${at % 7}`,
    processType: pick(['X', 'Y'], random),
    importType: pick(['X1', 'X2'], random),
    importUse: pick(['Y1', 'Y2'], random),
    paymentType: pick(['Z1', 'Z2'], random),
    transportMode: pick(['W1', 'W2'], random),
    originIndicator: pick(['X', 'Z'], random),
    importer: `GOLDEN-I${at % 9}`,
    seller: at % 6 === 5 ? '' : `GOLDEN-S${at % 11}`,
    declarant: `GOLDEN-D${at % 5}`,
    courier: at % 4 === 0 ? `GOLDEN-C${at % 3}` : '',
  };
}

function inventGoods(random: Random): MadeLine {
  const origin = pick(COUNTRIES, random);
  return {
    hs6: pick(GOODS, random),
    origin,
    departure: random() < 0.7 ? origin : pick(COUNTRIES, random),
    taxRate: pick(RATES, random),
    taxType: pick(TAX_TYPES, random),
    netMass: amount(0.3, 40_000, 2, random),
    itemPrice: amount(5_000, 3e8, 1, random),
  };
}

/** What a device may meet and must answer alike: nothing weighed, codes of no list, empty cells. */
const ODD: readonly MadeLine[] = [
  { netMass: '0' },
  { netMass: '0', itemPrice: '0' },
  { hs6: '999999', origin: 'XX', departure: 'ZZ', taxType: 'NONE' },
  { hs6: '7326' },
  { taxRate: '' },
  { taxRate: '', taxType: '', importer: '', seller: '', declarant: '', courier: '' },
  { netMass: '', itemPrice: '' },
  { netMass: '100000000', itemPrice: '90000000000000' },
];

/** Distinct templates of training lines of each outcome, in a seeded order. */
function knownTemplates(learnt: LineTable, random: Random): MadeLine[] {
  const taken = new Set<string>();
  return Object.entries(KNOWN).flatMap(([outcome, wanted]) => {
    const index = OUTCOMES.findIndex((o) => o === outcome);
    const found: MadeLine[] = [];
    for (let tries = 0; found.length < wanted && tries < 100_000; tries += 1) {
      const line = Math.floor(random() * learnt.length);
      if (learnt.outcome[line] !== index) continue;
      const template = templateAt(learnt, line);
      const name = JSON.stringify(template);
      if (!taken.has(name)) found.push(template);
      taken.add(name);
    }
    return found;
  });
}

/**
 * Invented lines for the self-test. Only the template (goods, route, rate, tax type, mass, price) of
 * the first ones is learnt, for the members that speak of known patterns; all else is made up.
 */
export function goldenLines(learnt: LineTable): MadeLine[] {
  const random = seededRandom(71);
  const known = knownTemplates(learnt, random);
  const novel = Array.from({ length: NOVEL }, (_, n): MadeLine => {
    return { ...inventGoods(random), ...ODD[n] };
  });
  return [...known, ...novel].map((line, at) => {
    const whole: MadeLine = { ...inventLodging(at, random), ...line };
    return Object.fromEntries(LINE_FIELDS.map((field) => [field, whole[field] ?? '']));
  });
}
