import { describe, expect, it } from 'vitest';
import { SEPARATOR_RULES } from '../../../../src/domain/hs/separator-rules.ts';
import { demandsOf, type Demand } from '../../../../src/domain/hs/separators.ts';
import { tariff } from './tariff-fixture.ts';

function demand(code: string, key: string): Demand | undefined {
  const rule = SEPARATOR_RULES.find((one) => one.key === key);
  return rule && demandsOf(tariff, code).get(rule);
}

const textSays = (key: string, text: string): boolean =>
  SEPARATOR_RULES.find((rule) => rule.key === key)?.text.test(text) ?? false;

describe('a name that only sounds like a separator', () => {
  it.each([
    ['precious-metal', ['280110', '280461', '282741', '283325', '750512', '760692', '850640']],
    ['copper', ['070410', '070420', '621210', '920510', '282010']],
    ['household', ['010511', '020711', '040711', '160232']],
    ['set', ['291533', '291570', '292411', '852712', '610462', '620342', '853222', '080521']],
    ['alcoholic', ['220210', '220291', '220299', '290511', '200811']],
    ['sports', ['890200', '843290', '843210', '560811', '843311', '420211']],
    ['for-sowing', ['151211', '151221', '230610', '230641', '120740', '843710', '100830']],
    ['upholstered', ['190220', '180631']],
    ['toy', ['961800']],
    ['wireless', ['392010', '392111', '400811', '401610', '441811', '940421', '340540']],
    ['sound', ['701810', '901110', '901710', '851650', '700210', '680610', '271210']],
    ['battery', ['820110', '820160', '854142', '854511']],
    ['linen', ['845011', '845020', '845121', '120400']],
    ['dried', ['845011', '845121', '843710']],
    ['ceramic', ['850440']],
    ['led', ['853921', '854110']],
  ])('asks for no %s: %j', (key, codes) => {
    expect(codes.filter((code) => demand(code, key) === 'must')).toEqual([]);
  });
});

describe('a name that asks for a separator', () => {
  it.each([
    ['precious-metal', ['711311', '710812', '910111']],
    ['copper', ['740811', '741521', '854411', '283325']],
    ['household', ['732393', '392410', '841821']],
    ['set', ['820600', '960500', '630800', '610322']],
    ['alcoholic', ['220300', '220421', '220830']],
    ['sports', ['950691', '950710', '640411', '420321']],
    ['for-sowing', ['100111', '120110', '070110', '120991']],
    ['upholstered', ['940161', '940171']],
    ['toy', ['950300']],
    ['wireless', ['851762', '852691']],
    ['sound', ['851810', '851830', '851981']],
    ['battery', ['850650', '850760']],
    ['linen', ['530110', '530911']],
    ['dried', ['080620', '030551', '071239']],
    ['led', ['853952', '854141']],
  ])('%s: %j', (key, codes) => {
    expect(codes.filter((code) => demand(code, key) !== 'must')).toEqual([]);
  });
});

describe('a word of a goods text', () => {
  it.each([
    ['copper', 'brassiere'],
    ['sound', '마이크로 SD'],
    ['battery', '전지가위'],
    ['alcoholic', 'non-alcoholic drink'],
    ['set', '카세트'],
  ])('is not taken for %s: %s', (key, text) => {
    expect(textSays(key, text)).toBe(false);
  });

  it.each([
    ['copper', 'BRASS fitting'],
    ['sound', '무선 마이크'],
    ['sound', '마이크로폰'],
    ['battery', '리튬 전지'],
    ['set', '선물 세트'],
  ])('speaks to %s: %s', (key, text) => {
    expect(textSays(key, text)).toBe(true);
  });
});
