import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hsModel } from '../../../../../src/domain/hs/suggest/model.ts';
import { openHsModel } from '../../../../../src/domain/hs/suggest/open.ts';
import { ARRAYS_FILE, MODEL_FILE } from '../../../../../src/domain/hs/suggest/pack-file.ts';
import { packRising } from '../../../../../src/domain/hs/suggest/postings.ts';
import { PackContentError } from '../../../../../src/domain/tables/named-arrays.ts';
import type { ArrayPlace } from '../../../../../src/domain/tables/named-arrays.ts';
import { sumOf } from './made-parts.ts';
import { smallPack, trainSmall } from './small-pack.ts';

const trained = trainSmall();
const pack = smallPack(trained);

interface ModelJson {
  [field: string]: unknown;
  readonly codes: string[];
  readonly arrays: Record<string, ArrayPlace>;
}
type Files = ReadonlyMap<string, ArrayBuffer>;

const textOf = (bytes: ArrayBuffer | undefined): string => new TextDecoder().decode(bytes);
const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const arraysOf = (files: Files): ArrayBuffer =>
  (files.get(ARRAYS_FILE) ?? new ArrayBuffer(0)).slice();

/** The pack with its description changed. */
function described(change: (model: ModelJson) => unknown): Files {
  const model = JSON.parse(textOf(pack.get(MODEL_FILE))) as ModelJson;
  return new Map(pack).set(MODEL_FILE, bytesOf(JSON.stringify(change(model))));
}

/** The pack with the bytes of one array changed. */
function spoilt(name: string, change: (array: DataView, length: number) => void): Files {
  const { arrays } = JSON.parse(textOf(pack.get(MODEL_FILE))) as ModelJson;
  const { at, length } = arrays[name] ?? { at: NaN, length: 0 };
  const bytes = arraysOf(pack);
  change(new DataView(bytes, at), length);
  return new Map(pack).set(ARRAYS_FILE, bytes);
}

function reasonOf(files: Files): string {
  try {
    openHsModel(files);
    return 'opened';
  } catch (error) {
    return error instanceof PackContentError ? error.reason : `threw ${String(error)}`;
  }
}

describe('an HS pack', () => {
  it('says what was trained', () => {
    const [opened, made] = [openHsModel(pack), hsModel(trained.parts)];
    for (const text of ['frozen shrimp', '면 셔츠', 'wireless router, black', 'quux', '']) {
      const [got, want] = [opened.score(text), made.score(text)];
      got.probability.forEach((p, k) => expect(p).toBeCloseTo(want.probability[k] ?? NaN, 6));
      expect(got.similarity).toBeCloseTo(want.similarity, 6);
    }
  });

  it('learns from a handful of texts what they are about, in both languages', () => {
    const model = openHsModel(pack);
    const best = (text: string): string | undefined => {
      const { probability } = model.score(text);
      return model.codes[probability.indexOf(Math.max(...probability))];
    };
    expect(best('raw frozen shrimp')).toBe('030617');
    expect(best('fresh raw shrimp')).toBe('030636');
    expect(best('직물 셔츠')).toBe('620520');
    expect(best('digital watch for the wrist')).toBe('910212');
  });

  it('is made alike by every training on the same texts', () => {
    const again = smallPack(trainSmall());
    for (const [name, bytes] of pack) {
      expect(new Uint8Array(again.get(name) ?? new ArrayBuffer(0)), name).toEqual(
        new Uint8Array(bytes),
      );
    }
  });

  it.each([MODEL_FILE, ARRAYS_FILE])('is incomplete without %s', (name) => {
    const files = new Map(pack);
    files.delete(name);
    expect(reasonOf(files)).toBe('incomplete');
  });

  it('is corrupt when its numbers are cut short, wherever', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), (share) => {
        const bytes = arraysOf(pack);
        const cut = bytes.slice(0, Math.floor(bytes.byteLength * share));
        expect(reasonOf(new Map(pack).set(ARRAYS_FILE, cut))).toBe('corrupt');
      }),
      { numRuns: 30 },
    );
  });

  it('is corrupt when its description is none', () => {
    const text = textOf(pack.get(MODEL_FILE));
    for (const spoiltText of ['', 'null', '[]', '{"format":1}', text.slice(0, 200)]) {
      const files = new Map(pack).set(MODEL_FILE, bytesOf(spoiltText));
      expect(reasonOf(files), spoiltText.slice(0, 20)).toBe('corrupt');
    }
  });

  it('is unsupported in a format that this app does not know', () => {
    expect(reasonOf(described((model) => ({ ...model, format: 2 })))).toBe('unsupported');
  });

  it.each([
    ['a code that is none', { codes: ['030617', '61051'] }],
    ['no codes', { codes: [] }],
    ['a code more than was learnt', { codes: [...trained.corpus.tree.codes, '970110'] }],
    ['codes out of order', { codes: trained.corpus.tree.codes.toReversed() }],
    ['a code twice', { codes: trained.corpus.tree.codes.map((code, i, all) => all[i - (i % 2)]) }],
    ['a step below nothing', { linearStep: -1 }],
    ['a sharpness that is none', { sharpness: { ko: null, en: 1 } }],
    ['a share of missed codes above half', { missed: 0.6 }],
    ['a bag of no width', { bagWidth: 0 }],
    ['a bag of another width', { bagWidth: 24 }],
    ['a blend of another size', { hidden: 3 }],
  ])('is corrupt with %s', (_, change) => {
    expect(reasonOf(described((model) => ({ ...model, ...change })))).toBe('corrupt');
  });

  it('is corrupt when any of its arrays is missing, of another type, too short or out of place', () => {
    const { arrays } = JSON.parse(textOf(pack.get(MODEL_FILE))) as ModelJson;
    for (const [name, place] of Object.entries(arrays)) {
      const change = (own: object): Files =>
        described((model) => ({ ...model, arrays: { ...model.arrays, [name]: own } }));
      const wrong = place.type === 'f32' ? 'u32' : 'f32';
      expect(reasonOf(change({ ...place, type: wrong })), name).toBe('corrupt');
      expect(reasonOf(change({ ...place, at: place.at + 1 })), name).toBe('corrupt');
      expect(reasonOf(change({ ...place, at: -4 })), name).toBe('corrupt');
      expect(reasonOf(change({ ...place, length: 1e9 })), name).toBe('corrupt');
      const others = Object.fromEntries(Object.entries(arrays).filter(([own]) => own !== name));
      const without = described((model) => ({ ...model, arrays: others }));
      expect(reasonOf(without), name).toBe('corrupt');
    }
  });

  it.each(['linear.count', 'linear.gap', 'flat.count', 'neighbours.count', 'neighbours.gap'])(
    'is corrupt when %s is not as long as it says',
    (name) => {
      const files = described((model) => {
        const place = model.arrays[name];
        if (place) model.arrays[name] = { ...place, length: place.length - 1 };
        return model;
      });
      expect(reasonOf(files)).toBe('corrupt');
    },
  );

  it.each(['flat.classes', 'neighbours.class'])(
    'is corrupt when %s points past the codes',
    (name) => {
      const files = spoilt(name, (array) =>
        array.setUint16(0, trained.corpus.tree.codes.length, true),
      );
      expect(reasonOf(files)).toBe('corrupt');
    },
  );

  it.each(['linear.gap', 'flat.gap', 'neighbours.gap'])(
    'is corrupt when %s leads past its table',
    (name) => {
      const files = spoilt(name, (array, length) => array.setUint8(length - 1, 127));
      expect(reasonOf(files)).toBe('corrupt');
    },
  );

  it('is corrupt when a weight leads past all that 16 bits can count', () => {
    const { linear } = trained.parts;
    // Cut to 16 bits the last target would be a good one again.
    const targets = [...linear.target];
    targets[targets.length - 1] = (targets.at(-1) ?? 0) + 65_536;
    const bytes = packRising(targets, linear.from);
    const arrays = arraysOf(pack);
    const at = arrays.byteLength;
    const longer = new Uint8Array(at + bytes.length);
    longer.set(new Uint8Array(arrays));
    longer.set(bytes, at);
    const place: ArrayPlace = { type: 'u8', at, length: bytes.length };
    const files = new Map(
      described((model) => ({ ...model, arrays: { ...model.arrays, 'linear.gap': place } })),
    );
    expect(reasonOf(files.set(ARRAYS_FILE, longer.buffer))).toBe('corrupt');
  });

  it.each(['linear.bias', 'bag.bias', 'bag.output-step', 'fusion.bilinear', 'fusion.habit'])(
    'is corrupt when a value of %s is no number',
    (name) => {
      expect(reasonOf(spoilt(name, (array) => array.setFloat32(0, NaN, true)))).toBe('corrupt');
    },
  );

  it('is never opened half: with any of its whole numbers changed it is refused, or still adds up to 1', () => {
    const { arrays } = JSON.parse(textOf(pack.get(MODEL_FILE))) as ModelJson;
    const whole = Object.values(arrays).filter(({ type, length }) => type !== 'f32' && length > 0);
    const place = fc.constantFrom(...whole).chain(({ type, at, length }) => {
      const size = type === 'u16' ? 2 * length : length;
      return fc.nat(size - 1).map((byte) => at + byte);
    });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = arraysOf(pack);
        const view = new Uint8Array(bytes);
        view[at] = (view[at] ?? 0) ^ change;
        const files = new Map(pack).set(ARRAYS_FILE, bytes);
        const reason = reasonOf(files);
        expect(['opened', 'corrupt']).toContain(reason);
        if (reason === 'corrupt') return;
        expect(sumOf(openHsModel(files).score('frozen shrimp').probability)).toBeCloseTo(1, 3);
      }),
      { numRuns: 400 },
    );
  });
});
