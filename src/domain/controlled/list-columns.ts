/** Columns of an administration's list, and the names they go by. */

export const LIST_COLUMNS = [
  'hs',
  'law',
  'law_en',
  'authority',
  'authority_en',
  'document',
  'document_en',
  'condition',
  'condition_en',
  'effective_from',
  'effective_to',
  'citation',
  'last_verified',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Without these nothing can be asked of a line on a day. */
export const REQUIRED_LIST_COLUMNS = [
  'hs',
  'law',
  'authority',
  'document',
  'effective_from',
] as const satisfies readonly ListColumn[];

/**
 * Only names that mean one thing in a list of requirements; the first column of a name wins. 대상 and
 * 확인대상 alone are often a column of Y and N.
 */
const SYNONYMS: Readonly<Record<ListColumn, readonly string[]>> = {
  hs: [
    ...[
      'HS',
      'HS prefix',
      'HS code',
      'HSK',
      'HSK code',
      'HS number',
      'HS10',
      'Code',
      'Tariff code',
    ],
    ...[
      'HS부호',
      'HS코드',
      'HS번호',
      'HSK부호',
      'HSK번호',
      '세번',
      '세번부호',
      '품목번호',
      '품목부호',
      'hsSgn',
    ],
  ],
  law: [
    ...['Law', 'Act', 'Legislation', 'law_ko', '법령', '법령명', '법률', '법률명', '근거법령'],
    ...[
      '근거법률',
      '관련법령',
      '개별법령',
      '확인법령',
      '확인법령명',
      '신고인확인법령명',
      '신고인확인법령코드명',
      'dcerCfrmLworNm',
      '요건법령',
    ],
  ],
  law_en: ['law_en', 'Law (English)', 'English law', '법령(영문)', '법령명(영문)', '영문법령명'],
  authority: [
    ...['Authority', 'Agency', 'Competent authority', 'authority_ko', '기관', '기관명', '확인기관'],
    ...[
      '확인기관명',
      '요건확인기관',
      '요건확인기관명',
      '요건승인기관',
      '요건승인기관명',
      '요건승인기관코드명',
      'reqApreIttNm',
      '승인기관',
    ],
    ...['주무기관', '발급기관', '소관기관'],
  ],
  authority_en: ['authority_en', 'Authority (English)', '기관명(영문)', '확인기관(영문)'],
  document: [
    ...['Document', 'Documents', 'Required document', 'Permit', 'document_ko', '서류', '서류명'],
    ...['구비서류', '요건서류', '요건확인서류', '요건확인서류명', '확인서류', '확인서류명'],
    ...['요건서류명', '구비서류명', '구비요건', '제출서류', 'reqCfrmIstmNm'],
  ],
  document_en: ['document_en', 'Document (English)', '서류명(영문)', '구비서류(영문)'],
  condition: [
    ...['Condition', 'Conditions', 'Scope', 'condition_ko', '조건', '대상물품', '대상범위'],
    ...['적용조건', '적용대상', '적용범위', '물품범위', '해당물품'],
  ],
  condition_en: ['condition_en', 'Condition (English)', '조건(영문)', '대상물품(영문)'],
  effective_from: [
    ...['effective_from', 'Effective date', 'Valid from', 'From', 'Start date', '적용시작일'],
    ...['적용시작일자', '적용개시일', '적용개시일자', '시행일', '시행일자', '시작일', '시작일자'],
    ...['효력발생일', '유효시작일', 'aplyStrtDt'],
  ],
  effective_to: [
    ...['effective_to', 'Valid to', 'Valid until', 'To', 'End date', 'Expiry date', '적용종료일'],
    ...[
      '적용종료일자',
      '종료일',
      '종료일자',
      '만료일',
      '만료일자',
      '폐지일',
      '유효종료일',
      'aplyEndDt',
    ],
  ],
  citation: [
    ...['Citation', 'Legal basis', 'Basis', 'Reference', '근거', '근거조문', '조문', '근거조항'],
    ...['인용', '고시', '근거고시', '관련근거'],
  ],
  last_verified: [
    ...['last_verified', 'Verified', 'Verified on', 'Last checked', '확인일', '확인일자'],
    ...['최종확인일', '최종확인일자', '검증일', '검토일'],
  ],
};

/** Case, spaces, width and punctuation do not make a different name. */
function normalise(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const COLUMN_OF: ReadonlyMap<string, ListColumn> = new Map(
  LIST_COLUMNS.flatMap((column) => SYNONYMS[column].map((name) => [normalise(name), column])),
);

/** Which cell of a row holds which column. */
export function placeColumns(header: readonly string[]): ReadonlyMap<ListColumn, number> {
  const places = new Map<ListColumn, number>();
  for (const [at, name] of header.entries()) {
    const column = COLUMN_OF.get(normalise(name));
    if (column !== undefined && !places.has(column)) places.set(column, at);
  }
  return places;
}

/** Required columns that a row does not name. */
export function missingColumns(places: ReadonlyMap<ListColumn, number>): readonly ListColumn[] {
  return REQUIRED_LIST_COLUMNS.filter((column) => !places.has(column));
}
