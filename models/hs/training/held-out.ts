/** What the members say of texts they were not trained on: the food of the fusion and of all figures. */
import { candidatesOf } from '../../../src/domain/hs/suggest/fusion.ts';
import type { Candidates } from '../../../src/domain/hs/suggest/fusion.ts';
import { opinionsOf } from '../../../src/domain/hs/suggest/model.ts';
import { encodeText } from '../../../src/domain/hs/suggest/vocabulary.ts';
import type { Corpus } from './corpus.ts';
import type { Members } from './train-members.ts';

export interface HeldOut extends Candidates {
  readonly row: number;
  readonly fold: number;
  /** Right class, and its place among the candidates or -1. */
  readonly right: number;
  readonly rightAt: number;
  readonly similarity: number;
  readonly language: 'ko' | 'en';
  /** Top-1 of each member alone. */
  readonly firsts: readonly number[];
}

/** Sources whose texts are like what officers type; names and synonyms only teach. */
export const JUDGED = [
  'chitchats',
  'uk-extra',
  'kcs',
  'kcs-ko',
  'kcs-name',
  'eu-en',
  'eu-ko',
  'own-en',
  'own-ko',
];

/** One row a group of parcels, labelled by the majority; our own phrases, which are many, in part. */
export function judgedRows(corpus: Corpus, fold: number): Int32Array {
  const groups = new Map<string, number[]>();
  const rows: number[] = [];
  corpus.rows.forEach(({ source, key }, row) => {
    if (corpus.fold[row] !== fold || !JUDGED.includes(source)) return;
    if (source === 'own-en' && row % 5 !== 0) return;
    if (source === 'own-ko' && row % 2 !== 0) return;
    if (source !== 'chitchats') rows.push(row);
    else groups.set(key, [...(groups.get(key) ?? []), row]);
  });
  return Int32Array.from([
    ...rows,
    ...[...groups.values()].map((group) => majority(corpus, group)),
  ]);
}

function majority(corpus: Corpus, group: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const row of group)
    counts.set(corpus.classOf[row]!, (counts.get(corpus.classOf[row]!) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return group.find((row) => counts.get(corpus.classOf[row]!) === most)!;
}

export interface Habits {
  readonly habit: Float32Array;
  readonly parcelHabit: Float32Array;
}

/** ln(1 + rows of a class) among the training rows. */
export function habitsOf(corpus: Corpus, rows: Int32Array): Habits {
  const habit = new Float32Array(corpus.tree.codes.length);
  const parcelHabit = new Float32Array(habit.length);
  for (const row of rows) {
    habit[corpus.classOf[row]!]! += 1;
    if (corpus.rows[row]!.genre === 'parcel') parcelHabit[corpus.classOf[row]!]! += 1;
  }
  return { habit: habit.map(Math.log1p), parcelHabit: parcelHabit.map(Math.log1p) };
}

export function judge(
  corpus: Corpus,
  members: Members,
  habits: Habits,
  rows: Int32Array,
): HeldOut[] {
  return [...rows].map((row) => {
    const text = encodeText(corpus.vocabulary, corpus.rows[row]!.text);
    const { shares, similarity } = opinionsOf(members, text);
    const candidates = candidatesOf(corpus.tree, habits, shares, text, similarity);
    const right = corpus.classOf[row]!;
    return {
      ...candidates,
      ...{ row, right, similarity, language: text.language, fold: corpus.fold[row]! },
      rightAt: candidates.classes.indexOf(right),
      firsts: shares.map((share) => share.indexOf(Math.max(...share))),
    };
  });
}
