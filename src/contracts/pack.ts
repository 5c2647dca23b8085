import * as v from 'valibot';

const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** A file name inside a pack folder: no path can climb out of it. */
const FileName = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/));
const Version = v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/));

export const PackFile = v.object({
  name: FileName,
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64 * 1024 * 1024)),
  sha256: Sha256,
});

export type PackFile = v.InferOutput<typeof PackFile>;

/** A measured figure with its 95 % interval; bounds are absent where none was computed. */
export const Figure = v.object({
  value: v.number(),
  low: v.optional(v.number()),
  high: v.optional(v.number()),
});

export const PACK_KINDS = ['risk', 'hs', 'controlled', 'nomenclature', 'rules'] as const;

/** The newest file format of each kind that this app reads; a pack with another is refused. */
export const PACK_FORMATS: Readonly<Record<(typeof PACK_KINDS)[number], number>> = {
  risk: 1,
  hs: 1,
  controlled: 1,
  nomenclature: 1,
  rules: 1,
};

/**
 * One version of one pack, as models/manifest.json lists it.
 * `path` is the folder the files are served from, relative to the manifest.
 */
export const PackEntry = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  kind: v.picklist(PACK_KINDS),
  version: Version,
  /** Format of the files; an app that does not know it refuses the pack. */
  format: v.pipe(v.number(), v.integer(), v.minValue(1)),
  path: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\/[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*)*$/)),
  title: v.object({ ko: v.string(), en: v.string() }),
  /** Date of training or of the law's last check, YYYY-MM-DD. */
  made: v.pipe(v.string(), v.isoDate()),
  source: v.object({ ko: v.string(), en: v.string() }),
  files: v.pipe(v.array(PackFile), v.minLength(1), v.maxLength(32)),
  needs: v.array(v.picklist(['webgpu-or-wasm'])),
  /** Operating points, read by the slice that owns the pack. */
  thresholds: v.record(v.string(), v.number()),
  /** Headline figures by name; the card file holds them all. */
  metrics: v.record(v.string(), Figure),
  /** Name of the file that holds the model card data, if the pack has one. */
  card: v.optional(FileName),
  /** Name of the file that holds the golden cases of the self-test. */
  golden: v.optional(FileName),
});
export type PackEntry = v.InferOutput<typeof PackEntry>;
export type Figure = v.InferOutput<typeof Figure>;

export const PackManifest = v.object({
  format: v.literal(1),
  packs: v.pipe(v.array(PackEntry), v.maxLength(64)),
});
export type PackManifest = v.InferOutput<typeof PackManifest>;

/** The files of an installed pack, read from the device, by name. */
export type PackFiles = ReadonlyMap<string, ArrayBuffer>;
