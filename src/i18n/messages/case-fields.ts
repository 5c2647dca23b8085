import type { LineField } from '../../domain/risk/declaration.ts';

/** Boxes of the form: the fields of the file, and the price per kg worked out from two of them. */
type Box = LineField | 'unitPrice';

const ko: Record<Box, string> = {
  id: '신고번호',
  date: '신고일',
  office: '세관',
  processType: '신고 구분',
  importType: '수입 종류',
  importUse: '수입 용도',
  paymentType: '징수 형태',
  transportMode: '운송',
  declarant: '신고인',
  importer: '수입자',
  seller: '해외거래처',
  courier: '특송업체',
  hs6: '세번부호',
  departure: '적출국',
  origin: '원산지',
  taxRate: '세율',
  taxType: '세율 구분',
  originIndicator: '원산지 표시',
  netMass: '순중량',
  itemPrice: '신고가격',
  unitPrice: 'kg당 가격',
  goods: '품명·규격',
  documents: '요건확인 서류',
  fraud: '우범 결과',
  critical: '공공안전 결과',
};

const en: Record<Box, string> = {
  id: 'Declaration number',
  date: 'Date',
  office: 'Office',
  processType: 'Process type',
  importType: 'Import type',
  importUse: 'Import use',
  paymentType: 'Payment type',
  transportMode: 'Transport',
  declarant: 'Declarant',
  importer: 'Importer',
  seller: 'Seller',
  courier: 'Courier',
  hs6: 'HS code',
  departure: 'Departure',
  origin: 'Origin',
  taxRate: 'Tax rate',
  taxType: 'Tax type',
  originIndicator: 'Origin marking',
  netMass: 'Net mass',
  itemPrice: 'Item price',
  unitPrice: 'Price per kg',
  goods: 'Goods text',
  documents: 'Requirement documents',
  fraud: 'Fraud found',
  critical: 'Public safety',
};

/** What the boxes of the form are called. */
export const fieldMessages = { ko, en };
