/**
 * The 21 sections of HS 2022. A section has no digits of its own: it stands for a run of chapters
 * and is written `S01` to `S21`. Names are shortened from the official ones.
 */
import type { HsCode } from './code.ts';

export interface Section {
  readonly code: HsCode;
  /** First and last chapter, both included; chapter 77 is reserved and empty. */
  readonly first: number;
  readonly last: number;
  readonly ko: string;
  readonly en: string;
}

type Row = readonly [first: number, last: number, ko: string, en: string];

const ROWS: readonly Row[] = [
  [1, 5, '살아 있는 동물과 동물성 생산품', 'Live animals; animal products'],
  [6, 14, '식물성 생산품', 'Vegetable products'],
  [
    15,
    15,
    '동물성ㆍ식물성ㆍ미생물성 지방과 기름, 납(蠟)',
    'Animal, vegetable or microbial fats and oils; waxes',
  ],
  [
    16,
    24,
    '조제 식료품, 음료ㆍ주류ㆍ식초, 담배와 담배 대용물',
    'Prepared foodstuffs; beverages, spirits and vinegar; tobacco',
  ],
  [25, 27, '광물성 생산품', 'Mineral products'],
  [28, 38, '화학공업이나 연관공업의 생산품', 'Products of the chemical or allied industries'],
  [39, 40, '플라스틱과 고무, 그 제품', 'Plastics and rubber, and articles thereof'],
  [
    41,
    43,
    '원피ㆍ가죽ㆍ모피와 그 제품, 마구, 여행용구, 핸드백',
    'Hides, skins, leather, furskins; saddlery, travel goods, handbags',
  ],
  [
    44,
    46,
    '목재, 목탄, 코르크, 조물재료의 제품',
    'Wood, charcoal, cork; articles of plaiting materials',
  ],
  [47, 49, '펄프, 종이와 판지, 그 제품', 'Pulp, paper and paperboard, and articles thereof'],
  [50, 63, '방직용 섬유와 방직용 섬유제품', 'Textiles and textile articles'],
  [
    64,
    67,
    '신발류, 모자류, 산류, 조제 깃털, 조화, 인모 제품',
    'Footwear, headgear, umbrellas, prepared feathers, artificial flowers, human hair',
  ],
  [
    68,
    70,
    '돌ㆍ시멘트 등의 제품, 도자제품, 유리와 유리제품',
    'Articles of stone and cement; ceramic products; glass and glassware',
  ],
  [
    71,
    71,
    '진주, 귀석, 귀금속, 모조 신변장식용품, 주화',
    'Pearls, precious stones and metals, imitation jewellery, coin',
  ],
  [72, 83, '비금속(卑金屬)과 그 제품', 'Base metals and articles of base metal'],
  [
    84,
    85,
    '기계류와 전기기기, 녹음기ㆍ텔레비전과 그 부분품',
    'Machinery and electrical equipment; sound and television apparatus; parts',
  ],
  [86, 89, '차량, 항공기, 선박과 수송기기', 'Vehicles, aircraft, vessels and transport equipment'],
  [
    90,
    92,
    '광학ㆍ측정ㆍ의료용 기기, 시계, 악기',
    'Optical, measuring and medical instruments; clocks and watches; musical instruments',
  ],
  [93, 93, '무기와 총포탄', 'Arms and ammunition'],
  [94, 96, '잡품', 'Miscellaneous manufactured articles'],
  [97, 97, '예술품, 수집품, 골동품', "Works of art, collectors' pieces and antiques"],
];

export const SECTIONS: readonly Section[] = ROWS.map(([first, last, ko, en], at) => ({
  code: `S${String(at + 1).padStart(2, '0')}`,
  ...{ first, last, ko, en },
}));

const BY_CODE = new Map(SECTIONS.map((section) => [section.code, section]));

/** `S16` and the like; undefined for anything else. */
export function sectionNamed(code: HsCode): Section | undefined {
  return BY_CODE.get(code);
}

/** The section of a code of two digits or more; undefined where the HS has no such chapter. */
export function sectionOf(code: HsCode): Section | undefined {
  if (!/^\d{2}/.test(code) || code.startsWith('77')) return undefined;
  const chapter = Number(code.slice(0, 2));
  return SECTIONS.find(({ first, last }) => chapter >= first && chapter <= last);
}
