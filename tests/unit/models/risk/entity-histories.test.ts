import { expect, it } from 'vitest';
import { tryEntities } from '../../../../models/risk/training/entity-trial.ts';
import { seededRandom } from '../../../../models/random.ts';
import { madeTable } from '../../domain/risk/made-lines.ts';

const SMALL = {
  trees: 25,
  depth: 3,
  learningRate: 0.2,
  lambda: 2,
  leastHessian: 2,
  featureShare: 0.6,
  rowShare: 1,
  bins: 32,
  seed: 1,
};

/** 2,500 lines of a year; `planted`: lines of every fifth importer are mostly fraud. */
function madeYear(planted: boolean): ReturnType<typeof madeTable> {
  const random = seededRandom(9);
  return madeTable(
    Array.from({ length: 2500 }, (_, i) => {
      const importer = Math.floor(random() * 60);
      const rate = planted ? (importer % 5 === 0 ? 0.8 : 0.08) : 0.22;
      return {
        date: `2020-${String(1 + Math.floor((i * 12) / 2500)).padStart(2, '0')}-10`,
        importer: `IMP${importer}`,
        seller: random() < 0.1 ? '' : `SEL${Math.floor(random() * 80)}`,
        hs6: ['950300', '854370', '640399'][Math.floor(random() * 3)] ?? '950300',
        netMass: String(Math.round(random() * 5000) / 10),
        itemPrice: String(Math.round(random() * 1e6)),
        fraud: random() < rate ? '1' : '0',
      };
    }),
  );
}

it('finds importers with a past where there is such a past to find', () => {
  const trial = tryEntities(madeYear(true), SMALL);
  expect(trial.without.auc).toBeLessThan(0.6);
  expect(trial.withEntities.auc).toBeGreaterThan(0.8);
  expect(trial.kept).toBe(true);
}, 30_000);

it('leaves traders out where their past says nothing', () => {
  expect(tryEntities(madeYear(false), SMALL).kept).toBe(false);
}, 30_000);
