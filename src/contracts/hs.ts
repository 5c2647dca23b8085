/** What crosses the border between the classify screen and the HS worker. */
import * as v from 'valibot';
import type { Agreement, Comparison } from '../domain/hs/agreement.ts';
import type { AnswerKind, AskReason, HsCandidate } from '../domain/hs/answer.ts';
import type { HsCode } from '../domain/hs/code.ts';
import type { PastPick } from '../domain/hs/past-picks.ts';
import type { Difference } from '../domain/hs/separators.ts';
import type { WordSpan } from '../domain/hs/stretches.ts';
import { READ_LIMIT } from '../domain/hs/suggest/tokens.ts';
import type { HsNode } from '../domain/hs/tariff.ts';
import type { AskTopic } from '../domain/hs/vague.ts';
import type { Result } from './fault.ts';

export { AGREEMENTS, type Agreement, type Comparison } from '../domain/hs/agreement.ts';
export {
  ANSWER_KINDS,
  type AnswerKind,
  type AskReason,
  type HsCandidate,
  type LevelShare,
} from '../domain/hs/answer.ts';
export type { PastPick } from '../domain/hs/past-picks.ts';
export type { Difference } from '../domain/hs/separators.ts';
export type { WordSpan } from '../domain/hs/stretches.ts';
export type { HsNode } from '../domain/hs/tariff.ts';
export type { AskTopic } from '../domain/hs/vague.ts';

/** Longest goods text that is read, characters; what is longer is cut and the answer says so. */
export const GOODS_TEXT_LIMIT = READ_LIMIT;

export interface HsAnswer {
  readonly kind: AnswerKind;
  readonly reason: AskReason | null;
  /** The term that is too vague, as it stands in the text, and what to ask. */
  readonly vague: { readonly term: string; readonly topic: AskTopic } | null;
  readonly language: 'ko' | 'en';
  /** Most likely first, at most 8. For `ask` they are hints, not offers. */
  readonly candidates: readonly HsCandidate[];
  /** What is left for all other codes. */
  readonly rest: { readonly codes: number; readonly probability: number };
  /** Cosine to the most similar goods the model learnt from, 0..1. */
  readonly similarity: number;
  /** Share of answers of this kind and language that were right in tests (card); null: not measured. */
  readonly rightShare: number | null;
  /** Whether the text was longer than GOODS_TEXT_LIMIT. */
  readonly cut: boolean;
  readonly past: readonly PastPick[];
  /** How the declared code that was asked along with the text stands to it; null: none was. */
  readonly agreement: Comparison | null;
  readonly pack: { readonly id: string; readonly version: string };
}

export interface HsReasons {
  readonly spans: readonly WordSpan[];
  /** What separates the two codes, by their official names. */
  readonly differences: readonly Difference[];
}

/** A 10-digit code under a chosen subheading, in the order of likelihood. */
export interface HsLeaf extends HsNode {
  /** Share within the subheading, 0..1; null when the text says nothing about it. */
  readonly probability: number | null;
}

/** What the model says of one declared line; kept on the tablet and shown on its case page. */
export interface GoodsCheck {
  readonly declaration: string;
  readonly text: string;
  readonly declared: HsCode;
  readonly suggested: HsCode | null;
  /** Of the suggested code. */
  readonly probability: number;
  /** Of the declared code. */
  readonly declaredProbability: number;
  readonly agreement: Agreement;
  readonly pack: { readonly id: string; readonly version: string };
}

export interface CheckSummary {
  readonly lines: number;
  readonly checked: number;
  readonly counts: Readonly<Record<Agreement, number>>;
}

/** Opening the pack, one answer, and answers in a row, on this device. */
export interface HsSpeed {
  readonly loadMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly perSecond: number;
}

/** Whatever was pasted is answered: of a text beyond all bounds only the beginning crosses. */
export const GoodsText = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, 100_000)),
);
export const HsCodeText = v.pipe(v.string(), v.regex(/^\d{2,10}$|^S\d{2}$/));

/** Methods of the HS worker. Each needs the nomenclature pack; the first group also the hs pack. */
export interface HsWorker {
  /** `declared`: also holds this code against the words, as the check of declarations does. */
  suggest(text: string, declared?: HsCode | null): Promise<Result<HsAnswer>>;
  explain(text: string, code: HsCode, rival: HsCode | null): Promise<Result<HsReasons>>;
  leaves(text: string, code: HsCode): Promise<Result<readonly HsLeaf[]>>;

  /** Children of a code; sections for null. */
  browse(code: HsCode | null): Promise<Result<readonly HsNode[]>>;
  /** The code and its ancestors, section first; `not-found` where the tariff has no such code. */
  path(code: HsCode): Promise<Result<readonly HsNode[]>>;
  /** Codes whose number begins with or whose names hold the words; at most `limit`. */
  search(query: string, limit: number): Promise<Result<readonly HsNode[]>>;

  /** Checks every imported line with a goods text that this pack has not checked yet. */
  checkDeclarations(): Promise<Result<CheckSummary>>;
  /** Checked lines that do not agree, surest first. */
  disagreements(limit: number): Promise<Result<readonly GoodsCheck[]>>;

  selfTest(
    version: string,
  ): Promise<Result<{ cases: number; largestDifference: number; backend: string }>>;
  measureSpeed(): Promise<Result<HsSpeed>>;
  /** Packs, picks or lines changed: read them again at the next call. */
  reload(): Promise<Result<null>>;
}
