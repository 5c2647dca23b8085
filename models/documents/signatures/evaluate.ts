/**
 * `npm run -s evaluate -- signatures --data DIR --json`: DIR holds `g_<writer>_<n>.png` (genuine) and
 * `f_<writer>_<n>.png` (imitated). Ten times five genuine signatures of a writer are drawn as
 * references (seeded); all others of the writer and one of every other writer are queries.
 */
import { answerOf } from '../../../src/domain/documents/signatures/answer.ts';
import { logOdds, probabilityOf } from '../../../src/domain/documents/signatures/judge.ts';
import { CommandRefused } from '../../command-refused.ts';
import { readModel } from './model-folder.ts';
import { Rates, type Kind, type Rate } from './rates.ts';
import { readFolder } from './read-folder.ts';
import { holdAgainst, type Held } from './trials.ts';

/** Shares of 1. Thresholds of equal-error rates are one for all writers, never one for each. */
export interface SignatureFigures {
  /** With more genuine signatures than references. */
  readonly writers: number;
  /** Pictures in which no ink was found; they are no queries. */
  readonly unreadable: number;
  /** Equal-error rate, genuine against imitated, by the log-odds of the head: normalised by signer. */
  readonly eer_skilled: number;
  /** Genuine against one genuine signature of every other writer. */
  readonly eer_random: number;
  /** Genuine turned away where 1 in 100 imitated ones passes. */
  readonly frr_at_far1: number;
  /** The same where 1 in 100 signatures of other writers passes. */
  readonly frr_at_far1_random: number;
  /** Genuine and imitated queries answered *cannot tell* at the thresholds of the pack. */
  readonly unknown_share: number;
  /** Of those answered: genuine called *unlike* or imitated called *similar*. Null: none was answered. */
  readonly error_when_answered: number | null;
  /** Answers by kind of query, as shares of that kind. */
  readonly answers: Readonly<Record<Kind, Readonly<Record<string, number>>>>;
  /** Mean gap between probability and outcome over ten equal bins, genuine and imitated weighing alike. */
  readonly calibration_error: number;
  /** 95 %, resampling writers. */
  readonly intervals: Readonly<Record<string, readonly [number, number]>>;
  /** The same by mean similarity to the references, nothing taken off for the signer. */
  readonly raw: {
    readonly eer_skilled: number;
    readonly eer_random: number;
    readonly frr_at_far1: number;
  };
}

const PROTOCOL = { references: 5, draws: 10, others: Infinity } as const;

export async function evaluate(options: { data?: string }): Promise<SignatureFigures> {
  const model = readModel();
  const { writers, unreadable } = readFolder(options.data ?? '');
  const held = holdAgainst(writers, model.projection, PROTOCOL);
  const kinds = new Set(held.map(({ kind }) => kind));
  if (!kinds.has('genuine') || !kinds.has('skilled')) {
    throw new CommandRefused(
      `needs imitated signatures and writers with more than ${PROTOCOL.references} genuine ones`,
    );
  }
  const odds = held.map(({ features }) => logOdds(model.head, features));
  const score = (scores: readonly number[]): Rates =>
    new Rates(held.map(({ writer, kind }, at) => ({ writer, kind, score: scores[at] ?? 0 })));
  const [normalised, raw] = [score(odds), score(held.map((one) => one.raw))];
  const rates = {
    eer_skilled: normalised.equalError('skilled'),
    eer_random: normalised.equalError('random'),
    frr_at_far1: normalised.rejectedAt(0.01, 'skilled'),
    frr_at_far1_random: normalised.rejectedAt(0.01, 'random'),
  };
  const probabilities = odds.map(probabilityOf);
  const answered = held.map(({ kind, cells }, at) => {
    const evidence = { probability: probabilities[at] ?? 0.5, cells };
    const { answer } = answerOf({ ...evidence, ...PROTOCOL }, model.thresholds);
    return { kind, answer };
  });
  return Promise.resolve({
    writers: new Set(held.map(({ writer }) => writer)).size,
    unreadable,
    ...valuesOf(rates),
    ...errorsOf(answered),
    calibration_error: round(calibrationError(held, probabilities)),
    intervals: Object.fromEntries(
      Object.entries(rates).map(([name, { low, high }]) => [name, [round(low), round(high)]]),
    ),
    raw: valuesOf({
      eer_skilled: raw.equalError('skilled'),
      eer_random: raw.equalError('random'),
      frr_at_far1: raw.rejectedAt(0.01, 'skilled'),
    }),
  });
}

function valuesOf<Name extends string>(rates: Record<Name, Rate>): Record<Name, number> {
  const entries = Object.entries<Rate>(rates).map(([name, { value }]) => [name, round(value)]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

type Answered = { readonly kind: Kind; readonly answer: string };

function errorsOf(
  all: readonly Answered[],
): Pick<SignatureFigures, 'unknown_share' | 'error_when_answered' | 'answers'> {
  const asked = all.filter(({ kind }) => kind !== 'random');
  const told = asked.filter(({ answer }) => answer !== 'cannot-tell');
  const wrong = told.filter(({ kind, answer }) => (kind === 'genuine') !== (answer === 'similar'));
  const sharesOf = (kind: Kind): Record<string, number> => {
    const own = all.filter((one) => one.kind === kind);
    const share = (answer: string): number =>
      round(own.filter((one) => one.answer === answer).length / Math.max(1, own.length));
    const names = ['similar', 'unlike', 'cannot-tell'];
    return Object.fromEntries(names.map((name) => [name.replace('-', '_'), share(name)]));
  };
  return {
    unknown_share: round(1 - told.length / asked.length),
    error_when_answered: told.length === 0 ? null : round(wrong.length / told.length),
    answers: {
      genuine: sharesOf('genuine'),
      skilled: sharesOf('skilled'),
      random: sharesOf('random'),
    },
  };
}

function calibrationError(held: readonly Held[], probabilities: readonly number[]): number {
  const count = (kind: Kind): number => held.filter((one) => one.kind === kind).length;
  const weights = { genuine: 0.5 / count('genuine'), skilled: 0.5 / count('skilled'), random: 0 };
  const gaps = new Float64Array(10);
  held.forEach(({ kind }, at) => {
    const probability = probabilities[at] ?? 0.5;
    const bin = Math.min(9, Math.floor(probability * 10));
    gaps[bin] = (gaps[bin] ?? 0) + weights[kind] * (probability - (kind === 'genuine' ? 1 : 0));
  });
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0);
}

function round(x: number): number {
  return Math.round(x * 1e5) / 1e5;
}
