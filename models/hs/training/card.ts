/** The model card: figures by kind of text, and what they mean in sentences. */
import type { HsCard } from '../../../src/contracts/hs-card.ts';
import { MEMBERS } from '../../../src/domain/hs/suggest/fusion.ts';
import { figuresOf, round } from '../figures.ts';
import type { JudgedText } from './cross-fit.ts';
import { JUDGED } from './held-out.ts';
import type { OperatingPoints } from './operating-points.ts';

export type Compared = HsCard['compared'];

/** The classical models cost as much as a fold: they are held against ours on one. */
export const COMPARED_FOLD = 2;

export function cardOf(
  judged: readonly JudgedText[],
  points: OperatingPoints,
  compared: Compared,
): HsCard {
  const sets = JUDGED.map((set) => {
    const own = judged.filter(({ source }) => source === set);
    return { set, ...figuresOf(own) };
  });
  const parcels = judged.filter(
    ({ source, held }) => source === 'chitchats' && held.fold === COMPARED_FOLD,
  );
  const { rows, hs6 } = figuresOf(parcels);
  return {
    format: 1,
    sets,
    compared: [...compared, { model: 'haechi', rows, hs6 }],
    members: MEMBERS.map((member, m) => ({
      member,
      alone: Object.fromEntries(JUDGED.map((set) => [set, aloneOf(judged, set, m)])),
    })),
    answers: { ...points.right, ...points.shares },
    words: wordsOf(sets, points),
  };
}

function aloneOf(judged: readonly JudgedText[], set: string, member: number): number | null {
  const own = judged.filter(({ source }) => source === set);
  if (own.length === 0) return null;
  return round(own.filter(({ held }) => held.firsts[member] === held.right).length / own.length);
}

function wordsOf(sets: HsCard['sets'], points: OperatingPoints): HsCard['words'] {
  const percent = (share: number | null | undefined): string =>
    share === null || share === undefined ? '-' : (share * 100).toFixed(0);
  const top1 = (set: string): string => percent(sets.find((own) => own.set === set)?.hs6.top1);
  const top5 = (set: string): string => percent(sets.find((own) => own.set === set)?.hs6.top5);
  const right = (name: string): string => percent(points.right[name]);
  return {
    ko: [
      `영어 택배 품명 100건 중 ${top1('chitchats')}건은 첫 제안이, ${top5('chitchats')}건은 다섯 개 안에 맞았습니다.`,
      `한국 분류 사례(품명과 설명)는 100건 중 ${top1('kcs')}건, 설명만으로는 ${top1('kcs-ko')}건에서 첫 제안이 맞았습니다.`,
      `한 코드를 제안한 답은 한국어 100건 중 ${right('right_suggest_ko')}건, 영어 ${right('right_suggest_en')}건이 맞았습니다.`,
      '정답 표시 자체가 신고자의 것이라 틀린 것이 섞여 있습니다. 낯선 품목의 확률은 이보다 믿기 어렵습니다.',
      '10단위는 명칭과의 닮음으로 순서만 매기며, 6단위처럼 검증된 확률이 아닙니다.',
    ],
    en: [
      `Of 100 English parcel descriptions the first suggestion was right for ${top1('chitchats')}, one of five for ${top5('chitchats')}.`,
      `Of 100 Korean rulings the first was right for ${top1('kcs')} by name and description, for ${top1('kcs-ko')} by description alone.`,
      `Where one code was suggested it was right in ${right('right_suggest_ko')} of 100 cases in Korean, ${right('right_suggest_en')} in English.`,
      'The labels are declarants’ own and hold errors. For goods unlike all that was learnt, probabilities are less trustworthy than this.',
      'Ten digits are ordered by likeness to their names only; their shares are not tested as those of six digits are.',
    ],
  };
}
