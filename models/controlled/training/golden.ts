/** Golden cases: suggestions of our own phrases with invented numbers, so that no declared line is in the pack. */
import { goldenLine, type GoldenControlled } from '../../../src/domain/controlled/model-golden.ts';
import type { ControlledModel, LineFacts } from '../../../src/domain/controlled/judge.ts';
import { inForce, type ControlledList } from '../../../src/domain/controlled/controlled-list.ts';
import { normal, seededRandom } from '../../random.ts';
import type { SimulatedLine } from '../simulate.ts';

const CASES = 60;
/** Every third line states nothing but its text, every fourth nothing but its numbers. */
const NO_NUMBERS = 3;
const NO_TEXT = 4;
const COUNTRIES = ['CN', 'US', 'DE', 'VN', 'JP', ''];

export function goldenControlled(
  model: ControlledModel,
  list: ControlledList,
  day: string,
  lines: readonly SimulatedLine[],
): GoldenControlled {
  const random = seededRandom(77);
  const rows = list.rows.filter((row) => inForce(row, day));
  const controlled = [...new Set(rows.map(({ hs }) => hs))].sort();
  const own = lines.filter(({ goods }) => goods.source.startsWith('own'));
  const hidden = own.filter(({ shift }) => shift !== null);
  const honest = own.filter(({ shift }) => shift === null);
  const cases = Array.from({ length: CASES }, (_, at) => {
    const from = at % 2 === 0 ? hidden : honest;
    const drawn = from[Math.floor(random() * from.length)];
    if (!drawn) throw new Error('no own phrases among the suggestions');
    return goldenLine(model, controlled, { ...drawn.line, ...invented(random, at) });
  });
  return { format: 1, controlled, cases };
}

/** The order of the draws is fixed: the same lines come out of every training. */
function invented(random: () => number, at: number): Partial<LineFacts> {
  const netMass = Math.round(1000 * Math.exp(2 + 2 * normal(random))) / 1000;
  const itemPrice = Math.round(netMass * Math.exp(10 + normal(random)));
  const country = (): string => COUNTRIES[Math.floor(random() * COUNTRIES.length)] ?? '';
  const stated = { netMass, itemPrice, origin: country(), departure: country() };
  const nothing = { netMass: NaN, itemPrice: NaN, origin: '', departure: '' };
  return {
    ...(at % NO_NUMBERS === 0 ? nothing : stated),
    ...(at % NO_TEXT === 0 ? { suggestions: [], similarity: 0 } : {}),
  };
}
