import { formatNumber } from '../format.ts';

const n = (value: number): string => formatNumber(value);

/** How many lines can be inspected, and what that is expected to catch. */
const ko = {
  capacity: '검사 용량',
  percent: (value: number) => `${n(value)} %`,
  less: '1 % 줄이기',
  more: '1 % 늘리기',
  axis: '우범 중 적발되는 비율(%), 띠는 95 % 구간',
  curveAll: '전체',
  curveNovel: '처음 보는 유형',
  curveRandom: '무작위',
  caughtLead: (inspected: number) => `${n(inspected)}건에서 `,
  caughtHits: (hits: number) => `${n(hits)}건`,
  caughtTail: (low: string, high: string) => ` 적발 예상 (${low}–${high}).`,
  novelLead: { only: '처음 보는 유형은 ', also: '처음 보는 유형은 ' },
  novelTail: {
    only: (low: string, high: string) => `만 잡힙니다 (${low}–${high}).`,
    also: (low: string, high: string) => `가 잡힙니다 (${low}–${high}).`,
  },
  novelNone: '검사 대상에 처음 보는 유형이 없습니다.',
  syntheticModel: '합성 자료로 배운 모델입니다. 현장의 적중률은 훨씬 낮을 수 있습니다.',
  curveText: (capacity: number, percent: string) =>
    `검사 용량 ${capacity} %이면 우범의 ${percent}를 적발할 것으로 봅니다.`,
  showCapacity: (capacity: number) => `검사 용량 ${capacity} %`,
};

const en: typeof ko = {
  capacity: 'Capacity',
  percent: (value) => `${n(value)} %`,
  less: '1 % less',
  more: '1 % more',
  axis: 'Share of fraud caught (%), band: 95 % interval',
  curveAll: 'All lines',
  curveNovel: 'Never seen',
  curveRandom: 'Random',
  caughtLead: (inspected) => `Of ${n(inspected)}, `,
  caughtHits: (hits) => n(hits),
  caughtTail: (low, high) => ` expected fraud (${low}–${high}).`,
  novelLead: { only: 'Never-seen patterns: only ', also: 'Never-seen patterns: ' },
  novelTail: {
    only: (low, high) => ` caught (${low}–${high}).`,
    also: (low, high) => ` caught (${low}–${high}).`,
  },
  novelNone: 'Never-seen patterns: none to inspect.',
  syntheticModel: 'Trained on synthetic data; hit rates in the field can be much lower.',
  curveText: (capacity, percent) =>
    `Inspecting ${capacity} % is expected to catch ${percent} of the fraud.`,
  showCapacity: (capacity) => `Capacity ${capacity} %`,
};

export const capacityMessages = { ko, en };
