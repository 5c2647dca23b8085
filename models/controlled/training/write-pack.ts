import * as v from 'valibot';
import type { ControlledParts } from '../../../src/domain/controlled/model.ts';
import {
  ARRAYS_FILE,
  CONTROLLED_PACK_FORMAT,
  ControlledModelFile,
  MODEL_FILE,
} from '../../../src/domain/controlled/model-file.ts';
import { addForest } from '../../forest/write-forest.ts';
import { ArrayWriter, narrow } from '../../named-arrays.ts';

/** The pack's model.json and arrays.bin, as openControlledModel reads them. */
export function packControlledModel(parts: ControlledParts): Map<string, ArrayBuffer> {
  const writer = new ArrayWriter();
  const { usual, withText, withoutText } = parts;
  writer.add('leaves', parts.leaves);
  writer.add('lines', narrow(usual.lines));
  writer.add('price.mean', usual.priceMean);
  writer.add('price.spread', usual.priceSpread);
  writer.add('mass.mean', usual.massMean);
  writer.add('mass.spread', usual.massSpread);
  writer.add('origin.share', usual.originShare);
  writer.add('departure.share', usual.departureShare);
  const file = v.parse(ControlledModelFile, {
    format: CONTROLLED_PACK_FORMAT,
    version: parts.version,
    codes: usual.codes,
    headings: usual.headings,
    countries: usual.countries,
    withText: { ...withText, forest: addForest(writer, 'with-text', withText.forest) },
    withoutText: { ...withoutText, forest: addForest(writer, 'without-text', withoutText.forest) },
    thresholds: parts.thresholds,
    arrays: writer.places,
  });
  const head = new TextEncoder().encode(JSON.stringify(file));
  return new Map([
    [MODEL_FILE, head.buffer.slice(head.byteOffset, head.byteOffset + head.byteLength)],
    [ARRAYS_FILE, writer.finish()],
  ]);
}
