import type { LineField } from './declaration.ts';

/**
 * Header names of the Korea Customs Service's public declaration set, by field. That set has no
 * goods text and no documents: their names are ours.
 */
export const KCS_HEADERS: Readonly<Record<LineField, string>> = {
  id: 'Declaration ID',
  date: 'Date',
  office: 'Office ID',
  processType: 'Process Type',
  importType: 'Import Type',
  importUse: 'Import Use',
  paymentType: 'Payment Type',
  transportMode: 'Mode of Transport',
  declarant: 'Declarant ID',
  importer: 'Importer ID',
  seller: 'Seller ID',
  courier: 'Courier ID',
  hs6: 'HS6 Code',
  departure: 'Country of Departure',
  origin: 'Country of Origin',
  taxRate: 'Tax Rate',
  taxType: 'Tax Type',
  originIndicator: 'Country of Origin Indicator',
  netMass: 'Net Mass',
  itemPrice: 'Item Price',
  goods: 'Goods Description',
  documents: 'Requirement Documents',
  fraud: 'Fraud',
  critical: 'Critical Fraud',
};
