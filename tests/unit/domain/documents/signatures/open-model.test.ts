import { describe, expect, it } from 'vitest';
import {
  packSignatureModel,
  readModel,
} from '../../../../../models/documents/signatures/model-folder.ts';
import { openSignatureModel } from '../../../../../src/domain/documents/signatures/open-model.ts';
import {
  ARRAYS_FILE,
  MODEL_FILE,
} from '../../../../../src/domain/documents/signatures/model-file.ts';

const files = packSignatureModel(readModel());

/** The files with `change` made to the JSON. */
function changed(change: Record<string, unknown>): Map<string, ArrayBuffer> {
  const text = new TextDecoder().decode(files.get(MODEL_FILE));
  const json = { ...(JSON.parse(text) as Record<string, unknown>), ...change };
  const bytes = Uint8Array.from(new TextEncoder().encode(JSON.stringify(json)));
  return new Map([...files, [MODEL_FILE, bytes.buffer]]);
}

describe('the files of the signature model', () => {
  it('say after packing what they said before', () => {
    expect(openSignatureModel(files)).toEqual(readModel());
  });

  it.each([
    ['the numbers are missing', new Map([...files].slice(0, 1)), 'incomplete'],
    [
      'the numbers are cut short',
      new Map([...files, [ARRAYS_FILE, new ArrayBuffer(40)]]),
      'corrupt',
    ],
    ['the format is another', changed({ format: 2 }), 'unsupported'],
    ['the features are others', changed({ features: ['likeness'] }), 'unsupported'],
    ['a cell has another size', changed({ size: 24 }), 'corrupt'],
    [
      'the thresholds cross',
      changed({ thresholds: { similar: 0.2, unlike: 0.8, references: 3, cells: 20 } }),
      'corrupt',
    ],
  ])('are refused when %s', (_, damaged, reason) => {
    expect(() => openSignatureModel(damaged)).toThrow(expect.objectContaining({ reason }));
  });
});
