import type { DeskQuery, DeskView, RiskGroup } from '../../src/contracts/risk.ts';
import type { CapacityPoint } from '../../src/domain/risk/capacity.ts';
import { dateOf } from '../../src/domain/risk/declaration.ts';
import { capacityCurve } from '../../src/domain/risk/capacity.ts';
import { groupHighRisk, type HighRiskGroup } from '../../src/domain/risk/groups.ts';
import { drawNumbers, type LaneAssignment } from '../../src/domain/risk/lanes.ts';
import type { LaneSizes } from '../../src/domain/risk/lane-sizes.ts';
import type { ControlledAnswers } from './controlled-answers.ts';
import type { Cut, Scored } from './cut.ts';
import type { Records } from './desk-records.ts';
import { filterOrder, lineTests, valuesIn } from './filters.ts';
import { countAnswers, shapeLanes, summariseLane, type LaneShape } from './lane-summaries.ts';
import { LastValue } from './last-value.ts';
import type { Lines } from './line-store.ts';
import { sortPlaces } from './ordering.ts';
import { cutPeriod, spanOf, type Period } from './period.ts';
import { rankLanes, sizeLanes, unrankedLanes, type Ranking } from './rank-lanes.ts';
import { RISK_PACK } from './risk-model.ts';

export interface CutInput {
  readonly query: DeskQuery;
  readonly lines: Lines;
  readonly records: Records;
  readonly scored: Scored;
  readonly answers: ControlledAnswers;
}

/** What the parts of a cut depend on: equal keys, equal parts. */
interface Keys {
  readonly period: string;
  readonly groups: string;
  readonly answers: string;
  readonly lanes: string;
  readonly sort: string;
  readonly decided: string;
}

function describeGroup(group: HighRiskGroup, decided: Uint8Array): RiskGroup {
  const { id, hs6, departure, origin, importer, lines, meanProbability } = group;
  const undecided = lines.filter((handle) => decided[handle] !== 1).length;
  return { id, hs6, departure, origin, importer, lines: lines.length, undecided, meanProbability };
}

/** Makes cuts, keeping every part that the next one can use again. */
export class CutMaker {
  readonly #secret: Uint8Array;
  readonly #draws = new LastValue<Float64Array>();
  readonly #period = new LastValue<Period>();
  readonly #suspected = new LastValue<Uint8Array>();
  readonly #lanes = new LastValue<Ranking>();
  readonly #groups = new LastValue<readonly HighRiskGroup[]>();
  readonly #sizes = new LastValue<readonly LaneSizes[]>();
  readonly #counted = new LastValue<DeskView['controlled']>();
  readonly #shapes = new LastValue<readonly LaneShape[]>();
  readonly #sorted = new LastValue<Uint32Array>();
  readonly #curve = new LastValue<readonly CapacityPoint[]>();
  readonly #decided = new LastValue<Uint8Array>();
  readonly #choices = new LastValue<{ origins: string[]; offices: string[] }>();
  /** Every scoring is another object; its number stands for it in keys. */
  readonly #scoredNumbers = new WeakMap<Scored, number>();
  #scoredCount = 0;
  #revisionKey = '';
  /** Starts at the worker's birth, so that one that starts afresh never repeats a number. */
  #revision = Math.floor(performance.timeOrigin);

  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  cut(input: CutInput): Cut {
    const { query, lines, records, scored, answers } = input;
    const keys = this.#keys(input);
    const { table } = lines;
    const period = this.#period.get(keys.period, () =>
      cutPeriod(table, scored.scoring?.scores ?? null, query.from, query.to),
    );
    const { assignment: lanes, ranks } = this.#rank(input, period, keys);
    const sorted = this.#sorted.get(keys.sort, () =>
      sortPlaces(table, period, query.sort, lanes.order),
    );
    const decided = this.#decide(input, keys);
    const groups = this.#group(input, period, lanes, keys);
    const chosen = groups.find(({ id }) => id === query.group);
    const group = query.group === null ? null : new Set(chosen?.lines);
    const { suspected } = answers;
    const tests = lineTests(query, { table, period, lanes, decided, suspected, group });
    return {
      ...{ query, lines, records, scored, answers, period, lanes, groups, ranks },
      revision: this.#revise(`${keys.lanes}|${keys.decided}`),
      order: filterOrder(sorted, period, tests),
    };
  }

  view(cut: Cut): DeskView {
    const { lines, records, scored, answers, period, lanes, order } = cut;
    const keys = this.#keys(cut);
    const decided = this.#decide(cut, keys);
    const model = scored.opened?.model ?? null;
    const { ranked } = period;
    const shapes = this.#shapes.get(keys.lanes, () =>
      shapeLanes(model, period, lanes, answers.noDocument),
    );
    const span = spanOf(lines.table);
    const choices = this.#choices.get(keys.period, () => ({
      origins: valuesIn(lines.table, 'origin', period),
      offices: valuesIn(lines.table, 'office', period),
    }));
    return {
      revision: cut.revision,
      linesVersion: lines.version,
      total: period.lines.length,
      span: span && { first: dateOf(span.first), last: dateOf(span.last) },
      curve: this.#curve.get(keys.period, () =>
        model && ranked ? capacityCurve(model, ranked.scores) : [],
      ),
      laneSizes: this.#sizes.get(keys.answers, () =>
        model && ranked
          ? sizeLanes(period, ranked, model.thresholds, this.#suspects(cut, period, keys))
          : [],
      ),
      lanes: shapes.map((shape) => summariseLane(shape, period, decided)),
      groups: cut.groups.map((group) => describeGroup(group, decided)),
      order,
      next: order.find((handle) => decided[handle] !== 1) ?? null,
      ...choices,
      randomShare: records.randomShare,
      pack: scored.opened && { id: RISK_PACK, version: scored.opened.version },
      fault: scored.fault,
      controlled: this.#counted.get(keys.answers, () => countAnswers(answers, period)),
    };
  }

  #keys({ query, lines, records, scored, answers }: CutInput): Keys {
    let number = this.#scoredNumbers.get(scored);
    if (number === undefined) {
      number = this.#scoredCount += 1;
      this.#scoredNumbers.set(scored, number);
    }
    const period = `${lines.version}|${number}|${query.from}|${query.to}`;
    const answered = `${period}|${answers.version}`;
    return {
      period,
      groups: `${period}|${query.capacity}`,
      answers: answered,
      lanes: `${answered}|${query.capacity}|${records.randomShare}`,
      sort: `${period}|${query.sort}`,
      decided: `${lines.version}|${records.head}`,
    };
  }

  /** Lanes and ranks by place; no ranks without scores. */
  #rank(input: CutInput, period: Period, keys: Keys): Ranking {
    const { query, lines, records, scored } = input;
    const { ranked } = period;
    const suspected = this.#suspects(input, period, keys);
    return this.#lanes.get(keys.lanes, () => {
      if (!ranked || !scored.opened) return { assignment: unrankedLanes(suspected), ranks: null };
      const draws = this.#draws.get(lines.version, () => drawNumbers(lines.table.id, this.#secret));
      const draw = { numbers: draws, share: records.randomShare };
      const { thresholds } = scored.opened.model;
      return rankLanes(period, ranked, query.capacity, thresholds, draw, suspected);
    });
  }

  /** Groups among the lines to inspect, whatever is known of controlled goods. */
  #group(
    { lines, scored }: CutInput,
    period: Period,
    { order, inspected }: LaneAssignment,
    keys: Keys,
  ): readonly HighRiskGroup[] {
    if (!scored.opened) return [];
    const { probability } = scored.scoring.scores;
    return this.#groups.get(keys.groups, () => {
      const handles = order.subarray(0, inspected).map((place) => period.lines[place] ?? 0);
      return groupHighRisk(lines.table, probability, handles);
    });
  }

  /** 1 = answered *check this* on controlled goods, by place. */
  #suspects({ answers }: CutInput, period: Period, keys: Keys): Uint8Array {
    return this.#suspected.get(keys.answers, () =>
      Uint8Array.from(period.lines, (handle) => answers.suspected[handle] ?? 0),
    );
  }

  /** 1 = a decision stands, by handle. */
  #decide({ lines, records }: CutInput, keys: Keys): Uint8Array {
    return this.#decided.get(keys.decided, () => {
      const decided = new Uint8Array(lines.table.length);
      for (const id of records.decisions.keys()) {
        const handle = lines.handles.get(id);
        if (handle !== undefined) decided[handle] = 1;
      }
      return decided;
    });
  }

  #revise(key: string): number {
    if (this.#revisionKey !== key) this.#revision += 1;
    this.#revisionKey = key;
    return this.#revision;
  }
}
