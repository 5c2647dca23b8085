import type { BadCell } from '../../contracts/risk.ts';

const ko: Record<BadCell['reason'], string> = {
  empty: '비어 있음',
  'not-a-date': '날짜가 아님',
  'not-a-number': '숫자가 아님',
  negative: '음수',
  'out-of-range': '범위를 벗어남',
  'not-an-hs-code': 'HS 부호가 아님',
  'not-a-country': '국가 부호가 아님',
  'too-long': '너무 긺',
  'too-few-columns': '칸이 모자람',
  'too-many-columns': '칸이 남음',
  'stray-quote': '따옴표가 맞지 않음',
  'digits-lost': '숫자 칸이라 끝자리를 잃음',
};
const en: Record<BadCell['reason'], string> = {
  empty: 'empty',
  'not-a-date': 'not a date',
  'not-a-number': 'not a number',
  negative: 'negative',
  'out-of-range': 'out of range',
  'not-an-hs-code': 'not an HS code',
  'not-a-country': 'not a country code',
  'too-long': 'too long',
  'too-few-columns': 'too few columns',
  'too-many-columns': 'too many columns',
  'stray-quote': 'stray quotation mark',
  'digits-lost': 'digits lost in a number cell',
};

/** Why a cell was refused. */
export const badCellReasons = { ko, en };
