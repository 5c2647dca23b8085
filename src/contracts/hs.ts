/** What crosses the border between the classify screen and the HS worker. */
import * as v from 'valibot';
import type { HsCode, HsLevel } from '../domain/hs/code.ts';
import type { Result } from './fault.ts';

/** Longest goods text that is read, characters; what is longer is cut and the answer says so. */
export const GOODS_TEXT_LIMIT = 4000;

/**
 * What the model says of a text. `suggest`: one code is likely enough to be offered. `choose`: the
 * likely codes are a short list. `ask`: too vague, or unlike anything known; no code is offered.
 */
export const ANSWER_KINDS = ['suggest', 'choose', 'ask'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Why more is asked for. */
export type AskReason = 'empty' | 'vague' | 'unlike' | 'unsure';

/** What the officer should find out; worded in src/i18n. */
export const ASK_TOPICS = [
  'what-it-is',
  'material',
  'use',
  'kind',
  'part-of-what',
  'contents',
  'state',
  'composition',
  'gender-and-knit',
  'function',
] as const;
export type AskTopic = (typeof ASK_TOPICS)[number];

/** One level of a candidate's path with the probability of everything below it, 0..1. */
export interface LevelShare {
  /** Chapter, heading or subheading; a section is `S01`..`S21`. */
  readonly code: HsCode;
  readonly probability: number;
}

export interface HsCandidate {
  /** Six digits. */
  readonly code: HsCode;
  /** 0..1, calibrated (card). */
  readonly probability: number;
  /** Section, chapter, heading, subheading; each at least as likely as the next. */
  readonly path: readonly LevelShare[];
}

/** An officer's earlier pick on this tablet whose goods text resembles this one. */
export interface PastPick {
  readonly event: string;
  readonly text: string;
  /** Six or ten digits. */
  readonly code: HsCode;
  readonly at: string;
  /** Cosine of the words, 0..1. */
  readonly similarity: number;
}

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
  readonly pack: { readonly id: string; readonly version: string };
}

/** A stretch of the text and what it does: weight > 0 speaks for `code`, < 0 for `rival`. */
export interface WordSpan {
  /** UTF-16 offsets into the text as typed. */
  readonly start: number;
  readonly end: number;
  /** -1..1, relative to the strongest word. */
  readonly weight: number;
}

export interface HsReasons {
  readonly spans: readonly WordSpan[];
  /** What separates the two codes, by their official names. */
  readonly differences: readonly Difference[];
}

/** What one code asks for and the other does not; worded in src/i18n (`separators`). */
export interface Difference {
  /** Key of the separator, or `name` where only the official names tell the codes apart. */
  readonly key: string;
  readonly code: 'must' | 'must-not' | 'open';
  readonly rival: 'must' | 'must-not' | 'open';
  /** The words of the text that speak to it, if any. */
  readonly found: string | null;
}

/** A code of the tariff with its names and what is below it. */
export interface HsNode {
  readonly code: HsCode;
  readonly level: HsLevel | 'section';
  readonly ko: string;
  readonly en: string;
  /** How many codes are directly below. */
  readonly children: number;
  /** 10-digit codes only: codes of the units of quantity and weight, first day of validity. */
  readonly units: { readonly quantity: string; readonly weight: string } | null;
  readonly validFrom: string | null;
}

/** A 10-digit code under a chosen subheading, in the order of likelihood. */
export interface HsLeaf extends HsNode {
  /** Share within the subheading, 0..1; null when the text says nothing about it. */
  readonly probability: number | null;
}

export const AGREEMENTS = ['agrees', 'near-miss', 'conflict', 'cannot-tell'] as const;
/** `near-miss`: another subheading of the same heading. `cannot-tell`: the model has no suggestion. */
export type Agreement = (typeof AGREEMENTS)[number];

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

export const GoodsText = v.pipe(v.string(), v.maxLength(2_000_000));
export const HsCodeText = v.pipe(v.string(), v.regex(/^\d{2,10}$|^S\d{2}$/));

/** Methods of the HS worker. Each needs the nomenclature pack; the first group also the hs pack. */
export interface HsWorker {
  suggest(text: string): Promise<Result<HsAnswer>>;
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
  checkOf(declaration: string): Promise<Result<GoodsCheck | null>>;

  selfTest(
    version: string,
  ): Promise<Result<{ cases: number; largestDifference: number; backend: string }>>;
  measureSpeed(): Promise<
    Result<{ loadMs: number; p50Ms: number; p95Ms: number; perSecond: number }>
  >;
  /** Packs, picks or lines changed: read them again at the next call. */
  reload(): Promise<Result<null>>;
}
