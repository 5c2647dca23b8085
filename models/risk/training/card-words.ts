import type { Figure } from '../../../src/contracts/pack.ts';
import type { EntityTrial } from './entity-trial.ts';
import type { MemberTrial } from './choose-members.ts';
import type { FastTrack } from './fast-track.ts';

/** What the sentences of a card are made from: everything measured by the training that writes it. */
export interface CardFacts {
  readonly source: { readonly ko: string; readonly en: string };
  readonly valid: { readonly rows: number; readonly from: string; readonly to: string };
  /** Share of validation lines whose pattern is known, 0..1. */
  readonly seenShare: number;
  readonly seenAuc: Figure;
  readonly unseenAuc: Figure;
  readonly entities: EntityTrial;
  readonly network: MemberTrial | undefined;
  readonly fast: FastTrack;
  /** Precision published for a comparable model on real data; null where it says nothing of these. */
  readonly field: { readonly '5': number; readonly '10': number } | null;
}

export interface CardWords {
  readonly ko: readonly string[];
  readonly en: readonly string[];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
/** Never rounded up to certainty. */
const two = (value = NaN): string => (value < 1 && value >= 0.995 ? '> 0.99' : value.toFixed(2));

/** Share of known patterns from which the figures over all lines mostly measure memory. */
const MOSTLY_KNOWN = 0.5;

function aboutRepetition({ seenShare, seenAuc, source, valid }: CardFacts): CardWords {
  const mostly = seenShare >= MOSTLY_KNOWN;
  return {
    en: [
      `Measured on ${valid.rows} lines from ${valid.from} to ${valid.to}. Data: ${source.en}.`,
      `${percent(seenShare)} of these lines have exactly the same goods, route, tax, mass and price as a training line; on them the AUC is ${two(seenAuc.value)}. ${
        mostly
          ? 'The figures over all lines mostly say how well the model remembers. Where goods do not repeat like this, expect those of novel patterns.'
          : 'Most lines are of patterns that the training never saw.'
      }`,
    ],
    ko: [
      `${valid.from}~${valid.to}의 ${valid.rows}줄에서 쟀습니다. 자료: ${source.ko}.`,
      `이 가운데 ${percent(seenShare)}는 품목·경로·세율·중량·가격이 학습 자료와 완전히 같으며, 여기서 AUC는 ${two(seenAuc.value)}입니다. ${
        mostly
          ? '전체 수치는 대부분 모형이 얼마나 기억하는지를 말합니다. 이렇게 되풀이되지 않는 곳에서는 처음 보는 유형의 수치를 기대하십시오.'
          : '대부분의 줄은 학습에서 보지 못한 유형입니다.'
      }`,
    ],
  };
}

/** What to expect instead, where the measured figures are mostly memory. */
function aboutTheField({ field, seenShare }: CardFacts): CardWords {
  if (field === null || seenShare < MOSTLY_KNOWN) return { en: [], ko: [] };
  const [five, ten] = [two(field['5']), two(field['10'])];
  return {
    en: [
      `Do not expect these figures in the field: the published real-data result of a comparable model is a precision of ${five} in the top 5 % and ${ten} in the top 10 %.`,
    ],
    ko: [
      `현장에서 이 수치를 기대하지 마십시오. 실제 자료로 발표된 비교 모형의 정밀도는 상위 5 %에서 ${five}, 상위 10 %에서 ${ten}입니다.`,
    ],
  };
}

/** How well an AUC ranks, by the lower end of its interval. */
function rankingWords({ value, low = value }: Figure): { ko: string; en: string } {
  if (low <= 0.5)
    return { en: 'no better than chance can be shown', ko: '우연보다 낫다고 할 수 없습니다' };
  if (low < 0.65)
    return { en: 'only a little better than chance', ko: '우연보다 조금 나은 정도입니다' };
  if (low < 0.8) return { en: 'better than chance', ko: '우연보다 낫습니다' };
  return { en: 'well', ko: '잘 가려냅니다' };
}

function aboutNovel({ unseenAuc, fast }: CardFacts): CardWords {
  const words = rankingWords(unseenAuc);
  const range = `${two(unseenAuc.low)}–${two(unseenAuc.high)}`;
  return {
    en: [
      `Novel patterns are ranked ${words.en}: AUC ${two(unseenAuc.value)} (${range}). A novel line is marked, and is never fast-tracked.`,
      `The fast track takes ${percent(fast.share)} of the lines; ${fast.fraud} of its ${fast.lines} were fraud, ${fast.critical} critical.`,
    ],
    ko: [
      `처음 보는 유형의 순위는 ${words.ko}: AUC ${two(unseenAuc.value)} (${range}). 처음 보는 유형은 표시되며 신속통과로 보내지 않습니다.`,
      `신속통과는 전체의 ${percent(fast.share)}이며, 그 ${fast.lines}줄 가운데 우범 ${fast.fraud}건, 중대 ${fast.critical}건이었습니다.`,
    ],
  };
}

function aboutMembers({ entities, network }: CardFacts): CardWords {
  const [without, withThem] = [entities.without, entities.withEntities].map((trial) =>
    trial.logLoss.toFixed(4),
  );
  const en = [
    entities.kept
      ? `Histories of importer, seller, declarant and courier are in the model: log loss ${withThem} with them, ${without} without.`
      : `Histories of importer, seller, declarant and courier were measured and left out: log loss ${withThem} with them, ${without} without, which is no gain to rely on.`,
  ];
  const ko = [
    entities.kept
      ? `수입자·판매자·신고인·특송업체 이력을 씁니다: 로그 손실 ${withThem}, 쓰지 않으면 ${without}.`
      : `수입자·판매자·신고인·특송업체 이력은 재어 보고 뺐습니다: 로그 손실 ${withThem}, 쓰지 않으면 ${without}로, 믿을 만한 차이가 아닙니다.`,
  ];
  if (network) {
    const share = percent(network.sureness);
    en.push(
      `A neural network was tried on novel patterns and ${network.kept ? 'is in the model' : 'left out'}: it lowers the log loss in ${share} of samples (90 % are asked for).`,
    );
    ko.push(
      `신경망은 처음 보는 유형에서 시험하여 ${network.kept ? '씁니다' : '뺐습니다'}: 표본의 ${share}에서 로그 손실을 낮추었습니다(90 % 이상이어야 씁니다).`,
    );
  }
  return { en, ko };
}

/** The method, the same for every training. */
const METHOD: CardWords = {
  en: [
    'The blend, its calibration and the limits of the fast track were fitted on the very lines on which these figures are shown: later lines are the fairer judge.',
  ],
  ko: [
    '결합과 보정, 신속통과 기준은 이 수치를 보인 바로 그 줄에 맞추었으므로, 그 뒤의 자료로 재는 편이 더 공정합니다.',
  ],
};

/** What the figures mean and what they do not, in sentences that follow from them. */
export function cardWords(facts: CardFacts): CardWords {
  const parts = [
    aboutRepetition(facts),
    aboutNovel(facts),
    aboutTheField(facts),
    aboutMembers(facts),
    METHOD,
  ];
  return { en: parts.flatMap((p) => p.en), ko: parts.flatMap((p) => p.ko) };
}
