import type { ReasonKey } from '../../domain/risk/explanation.ts';

interface ReasonWords {
  readonly label: string;
  /** Two or three words, for a list row. */
  readonly short: string;
  /** Under the label when the reason has no figures of its own. */
  readonly note: string;
}

const ko: Record<ReasonKey, ReasonWords> = {
  pattern: {
    label: '품목·경로·세율·무게·가격이 같은 신고',
    short: '같은 유형의 신고',
    note: '다섯 항목이 모두 같음',
  },
  'goods-price': {
    label: '같은 품목, 같은 가격',
    short: '품목과 가격',
    note: '가격이 꼭 같은 신고',
  },
  'goods-mass': {
    label: '같은 품목, 같은 무게',
    short: '품목과 무게',
    note: '무게가 꼭 같은 신고',
  },
  price: { label: '신고가격', short: '신고가격', note: '가격이 꼭 같은 신고' },
  mass: { label: '순중량', short: '순중량', note: '무게가 꼭 같은 신고' },
  'unit-price': { label: 'kg당 가격', short: 'kg당 가격', note: '품목의 보통 가격과 견줌' },
  'unit-price-context': {
    label: '같은 품목·경로의 kg당 가격',
    short: '경로별 kg당 가격',
    note: 'kg당 가격이 같은 신고',
  },
  context: {
    label: '같은 품목·경로·세율의 우범률',
    short: '품목·경로·세율',
    note: '세 항목이 같은 신고',
  },
  'goods-origin': {
    label: '같은 품목·원산지의 우범률',
    short: '품목·원산지',
    note: '두 항목이 같은 신고',
  },
  'goods-departure': {
    label: '같은 품목·적출국의 우범률',
    short: '품목·적출국',
    note: '두 항목이 같은 신고',
  },
  'goods-tax': {
    label: '같은 품목·세율의 우범률',
    short: '품목·세율',
    note: '두 항목이 같은 신고',
  },
  'goods-mass-band': {
    label: '품목에 견준 무게',
    short: '품목별 무게',
    note: '무게 구간이 같은 신고',
  },
  goods: { label: '품목의 우범률', short: '품목', note: '류·호·소호가 같은 신고' },
  route: { label: '원산지와 적출국의 짝', short: '경로', note: '경로가 같은 신고' },
  origin: { label: '원산지', short: '원산지', note: '원산지가 같은 신고' },
  departure: { label: '적출국', short: '적출국', note: '적출국이 같은 신고' },
  tax: { label: '세율과 세율 구분', short: '세율', note: '세율이 같은 신고' },
  amount: { label: '무게·가격·세율의 크기', short: '무게·가격 크기', note: '크고 작음 자체' },
  season: { label: '신고 시기', short: '신고 시기', note: '날짜' },
  importer: { label: '수입자 이력', short: '수입자 이력', note: '이전 신고의 우범률' },
  seller: { label: '해외거래처 이력', short: '거래처 이력', note: '이전 신고의 우범률' },
  declarant: { label: '신고인 이력', short: '신고인 이력', note: '이전 신고의 우범률' },
  courier: { label: '특송업체 이력', short: '특송업체 이력', note: '이전 신고의 우범률' },
  network: { label: '신경망이 본 조합', short: '항목의 조합', note: '한 항목으로 나눌 수 없음' },
  history: {
    label: '비슷한 이전 신고의 우범률',
    short: '이전 신고',
    note: '넓은 품목부터 좁혀 셈',
  },
};

const en: Record<ReasonKey, ReasonWords> = {
  pattern: {
    label: 'Lines with the same goods, route, rate, mass and price',
    short: 'Same pattern',
    note: 'All five the same',
  },
  'goods-price': {
    label: 'Same goods at the same price',
    short: 'Goods and price',
    note: 'Exactly this price',
  },
  'goods-mass': {
    label: 'Same goods of the same mass',
    short: 'Goods and mass',
    note: 'Exactly this mass',
  },
  price: { label: 'Item price', short: 'Item price', note: 'Exactly this price' },
  mass: { label: 'Net mass', short: 'Net mass', note: 'Exactly this mass' },
  'unit-price': {
    label: 'Price per kg',
    short: 'Price per kg',
    note: 'Against the usual for the goods',
  },
  'unit-price-context': {
    label: 'Price per kg on this goods and route',
    short: 'Price per kg, route',
    note: 'Lines at this price per kg',
  },
  context: {
    label: 'Fraud rate of these goods, route and tax rate',
    short: 'Goods, route, rate',
    note: 'Lines with all three the same',
  },
  'goods-origin': {
    label: 'Fraud rate of these goods and origin',
    short: 'Goods, origin',
    note: 'Lines with both the same',
  },
  'goods-departure': {
    label: 'Fraud rate of these goods and departure',
    short: 'Goods, departure',
    note: 'Lines with both the same',
  },
  'goods-tax': {
    label: 'Fraud rate of these goods and tax rate',
    short: 'Goods, tax rate',
    note: 'Lines with both the same',
  },
  'goods-mass-band': {
    label: 'Mass for these goods',
    short: 'Mass for goods',
    note: 'Lines in the same band of mass',
  },
  goods: {
    label: 'Fraud rate of the goods',
    short: 'Goods',
    note: 'Same chapter, heading, subheading',
  },
  route: {
    label: 'Origin and departure together',
    short: 'Route',
    note: 'Lines on the same route',
  },
  origin: { label: 'Origin', short: 'Origin', note: 'Lines of the same origin' },
  departure: { label: 'Departure', short: 'Departure', note: 'Lines from the same country' },
  tax: { label: 'Tax rate and type', short: 'Tax rate', note: 'Lines at the same rate' },
  amount: {
    label: 'Size of mass, price and rate',
    short: 'Size of amounts',
    note: 'How large or small they are',
  },
  season: { label: 'Time of the declaration', short: 'Date', note: 'Date' },
  importer: {
    label: 'Importer’s history',
    short: 'Importer’s history',
    note: 'Fraud rate of earlier lines',
  },
  seller: {
    label: 'Seller’s history',
    short: 'Seller’s history',
    note: 'Fraud rate of earlier lines',
  },
  declarant: {
    label: 'Declarant’s history',
    short: 'Declarant’s history',
    note: 'Fraud rate of earlier lines',
  },
  courier: {
    label: 'Courier’s history',
    short: 'Courier’s history',
    note: 'Fraud rate of earlier lines',
  },
  network: {
    label: 'Combination seen by the network',
    short: 'Combination of fields',
    note: 'Cannot be split by field',
  },
  history: {
    label: 'Fraud rate of similar earlier lines',
    short: 'Earlier lines',
    note: 'From broad goods to narrow',
  },
};

export const REASON_WORDS = { ko, en };
