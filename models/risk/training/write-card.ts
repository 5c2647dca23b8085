import * as v from 'valibot';
import { RiskCard } from '../../../src/contracts/risk-card.ts';
import type { GroupFigures, RiskCardMember } from '../../../src/contracts/risk-card.ts';
import { dateOf } from '../../../src/domain/risk/declaration.ts';
import type { LineTable } from '../../../src/domain/risk/declaration.ts';
import type { RiskModelParts } from '../../../src/domain/risk/model.ts';
import type { LineScores } from '../../../src/domain/risk/score.ts';
import { CRITICAL_MEMBERS, FRAUD_MEMBERS } from '../../../src/domain/risk/stack.ts';
import { CommandRefused } from '../../command-refused.ts';
import { cardWords } from './card-words.ts';
import type { EntityTrial } from './entity-trial.ts';
import { fastTrackOf } from './fast-track.ts';
import type { FastTrack } from './fast-track.ts';
import { groupFigures } from './figures.ts';
import type { Blend } from './fit-blend.ts';
import { foundAtLeast } from './found.ts';
import { calibrationError, deciles } from './metrics.ts';
import type { RiskRelease } from './release.ts';
import { linesWhere } from '../../declarations/select-lines.ts';

/** Figures of all lines, of known patterns and of novel ones, always side by side. */
export interface SideBySide {
  readonly all: GroupFigures;
  readonly seen: GroupFigures;
  readonly unseen: GroupFigures;
}

/** `card.json`: what the app's contract asks for, and what only a reader of the file wants. */
export type WrittenCard = RiskCard & {
  readonly version: string;
  readonly made: string;
  readonly source: RiskRelease['source'];
  readonly train: Span;
  readonly valid: Span;
  readonly figures: SideBySide;
  readonly ece: number;
  readonly deciles: ReturnType<typeof deciles>;
  readonly trials: Blend['trials'];
  readonly critical: {
    readonly figures: GroupFigures;
    readonly members: readonly { member: string; ap: number; weight: number }[];
  };
  readonly fastTrack: FastTrack & {
    readonly probability: number;
    readonly criticalProbability: number;
  };
  readonly published: RiskRelease['published'];
  readonly entities: EntityTrial;
};

interface Span {
  readonly rows: number;
  readonly from: string;
  readonly to: string;
  readonly fraud: number;
  readonly critical: number;
  readonly novel: number;
}

function spanOf(table: LineTable, novel: number): Span {
  const sum = (marks: Uint8Array): number => marks.reduce((a, b) => a + b, 0);
  return {
    rows: table.length,
    from: dateOf(table.day.reduce((a, b) => Math.min(a, b))),
    to: dateOf(table.day.reduce((a, b) => Math.max(a, b))),
    fraud: sum(foundAtLeast(table, 'fraud')),
    critical: sum(foundAtLeast(table, 'critical')),
    novel,
  };
}

function sideBySide(
  values: ArrayLike<number>,
  found: Uint8Array,
  novel: Uint8Array,
  samples?: number,
): SideBySide {
  const of = (keep: (line: number) => boolean, seed: number): GroupFigures => {
    const lines = linesWhere(found.length, keep);
    return groupFigures(
      Float64Array.from(lines, (l) => values[l] as number),
      Float64Array.from(lines, (l) => found[l] as number),
      seed,
      samples,
    );
  };
  return {
    all: of(() => true, 61),
    seen: of((l) => novel[l] === 0, 62),
    unseen: of((l) => novel[l] === 1, 63),
  };
}

/** Refuses a card with a figure that the lines could not give. */
function checkCard(card: WrittenCard): WrittenCard {
  const parsed = v.safeParse(RiskCard, card);
  if (parsed.success) return card;
  const places = parsed.issues.map((issue) => v.getDotPath(issue) ?? '').slice(0, 5);
  throw new CommandRefused(
    `valid.csv cannot give all figures of the card (${places.join(', ')}): it needs lines of known and of novel patterns, each with fraud and with nothing found, and critical cases.`,
  );
}

/** All figures of the model card, measured on the validation lines. */
export function makeCard(
  parts: RiskModelParts,
  blend: Blend,
  train: LineTable,
  trainNovel: number,
  valid: LineTable,
  scores: LineScores,
  entities: EntityTrial,
  release: RiskRelease,
): WrittenCard {
  const fraud = foundAtLeast(valid, 'fraud');
  const grave = foundAtLeast(valid, 'critical');
  const { novel, probability, critical, members } = scores;
  const column = (all: Float32Array, width: number, at: number): Float32Array =>
    Float32Array.from({ length: valid.length }, (_, l) => all[l * width + at] as number);
  const memberRows = FRAUD_MEMBERS.map((member, at): RiskCardMember => {
    const { all, seen, unseen } = sideBySide(
      column(members.fraud, FRAUD_MEMBERS.length, at),
      fraud,
      novel,
      1,
    );
    // These two are asked about novel lines only.
    const only = member === 'novel-trees' || member === 'network';
    return {
      member,
      auc: {
        all: only ? null : all.auc.value,
        seen: only ? null : seen.auc.value,
        unseen: unseen.auc.value,
      },
      ap: {
        all: only ? null : all.ap.value,
        seen: only ? null : seen.ap.value,
        unseen: unseen.ap.value,
      },
      weight: { known: blend.known.weights[at] ?? 0, novel: blend.novel.weights[at] ?? 0 },
    };
  });
  const criticalMembers = CRITICAL_MEMBERS.map((member, at) => ({
    member,
    ap: groupFigures(column(members.critical, CRITICAL_MEMBERS.length, at), grave, 65, 1).ap.value,
    weight: blend.critical.weights[at] ?? 0,
  }));
  const novelCount = novel.reduce((a, b) => a + b, 0);
  const figures = sideBySide(probability, fraud, novel);
  const fast = fastTrackOf({ probability, critical, novel, fraud, grave }, parts.thresholds);
  const span = spanOf(valid, novelCount);
  const words = cardWords({
    source: release.source,
    valid: span,
    seenShare: 1 - novelCount / valid.length,
    seenAuc: figures.seen.auc,
    unseenAuc: figures.unseen.auc,
    entities,
    network: blend.trials.novel.find((trial) => trial.member === 'network'),
    fast,
    field: release.published?.field ?? null,
  });
  return checkCard({
    format: 1,
    version: parts.version,
    made: release.made,
    source: release.source,
    train: spanOf(train, trainNovel),
    valid: span,
    figures,
    ece: calibrationError(probability, fraud),
    deciles: deciles(probability, fraud),
    members: memberRows,
    trials: blend.trials,
    critical: { figures: groupFigures(critical, grave, 64), members: criticalMembers },
    fastTrack: {
      ...fast,
      probability: parts.thresholds.fastProbability,
      criticalProbability: parts.thresholds.fastCritical,
    },
    published: release.published,
    entities,
    words: { ko: [...words.ko], en: [...words.en] },
  });
}
