import * as v from 'valibot';
import {
  CONTROLLED_PACK,
  LIST_PACK,
  type ControlledMark,
  type Standing,
} from '../../src/contracts/controlled.ts';
import type { PackFiles } from '../../src/contracts/pack.ts';
import { REQUIREMENTS_FILE, STANDINGS } from '../../src/domain/controlled/requirement.ts';
import { markAt } from '../../src/platform/database/controlled.ts';
import type {
  ControlledChunk,
  HaechiDatabase,
  InstalledPack,
} from '../../src/platform/database/database.ts';
import { PackStore } from '../../src/platform/packs/pack-store.ts';
import { findPack } from '../../src/platform/packs/read.ts';
import type { Lines } from './line-store.ts';

/** The list and the model that work on this tablet, by version. */
interface Working {
  readonly list: string;
  readonly standing: Standing;
  readonly model: string | null;
}

/** What is known of controlled goods, by handle. Made whole and then never changed. */
export interface ControlledAnswers {
  /** Equal numbers, equal answers. */
  readonly version: number;
  /** Null: there is no list, so no line can be answered. */
  readonly working: Working | null;
  /** 1 = answered *check this*. */
  readonly suspected: Uint8Array;
  /** 1 = of those, for want of a document. */
  readonly noDocument: Uint8Array;
  /** 1 = the list asks for a document, and the file has no column for any. */
  readonly unstated: Uint8Array;
  /** 1 = answered by the versions that work now. */
  readonly current: Uint8Array;
  /** Null: not looked at yet. */
  markOf(handle: number): ControlledMark | null;
}

const ListHead = v.object({ standing: v.picklist(STANDINGS) });

function openList({ version }: InstalledPack, files: PackFiles): Omit<Working, 'model'> {
  const file = files.get(REQUIREMENTS_FILE) ?? new ArrayBuffer(0);
  const head = v.parse(ListHead, JSON.parse(new TextDecoder().decode(file)));
  return { list: version, standing: head.standing };
}

function spread(
  chunks: readonly ControlledChunk[],
  lines: Lines,
  working: Working | null,
  version: number,
): ControlledAnswers {
  const { length } = lines.table;
  /** Chunk of each line, counted from 1, and the line's place in it. */
  const chunkOf = new Uint32Array(length);
  const placeOf = new Uint32Array(length);
  const suspected = new Uint8Array(length);
  const noDocument = new Uint8Array(length);
  const unstated = new Uint8Array(length);
  const current = new Uint8Array(length);
  // Answers of a list that is gone are none.
  const standing = working ? chunks : [];
  for (const [number, chunk] of standing.entries()) {
    const fresh = chunk.list === working?.list && chunk.model === working.model;
    for (const [at, id] of chunk.ids.entries()) {
      const handle = lines.handles.get(id);
      const mark = markAt(chunk, at);
      if (handle === undefined || !mark) continue;
      chunkOf[handle] = number + 1;
      placeOf[handle] = at;
      suspected[handle] = mark.answer === 'check' ? 1 : 0;
      noDocument[handle] = mark.ground === 'document-missing' ? 1 : 0;
      unstated[handle] = mark.ground === 'documents-not-stated' ? 1 : 0;
      // Its text is still to be read: the line is looked at again.
      current[handle] = fresh && mark.ground !== 'text-unread' ? 1 : 0;
    }
  }
  return {
    ...{ version, working, suspected, noDocument, unstated, current },
    markOf: (handle) => {
      const chunk = standing[(chunkOf[handle] ?? 0) - 1];
      return chunk ? markAt(chunk, placeOf[handle] ?? 0) : null;
    },
  };
}

/**
 * Answers on controlled goods, which another worker writes chunk by chunk. Each read asks which
 * chunks there are and reads those whose basis is new; with nothing new the same object comes back.
 */
export class ControlledStore {
  readonly #database: HaechiDatabase;
  readonly #list: PackStore<Omit<Working, 'model'>>;
  #chunks = new Map<string, ControlledChunk>();
  #answers: ControlledAnswers | undefined;
  #key = '';

  constructor(database: HaechiDatabase) {
    this.#database = database;
    this.#list = new PackStore(database, LIST_PACK, openList);
  }

  async read(lines: Lines): Promise<ControlledAnswers> {
    const changed = await this.#follow();
    const [list, model] = await Promise.all([
      this.#list.read(),
      findPack(this.#database, CONTROLLED_PACK),
    ]);
    // A list that cannot be read answers nothing: it is as good as none.
    const working = list.ok ? { ...list.value, model: model?.version ?? null } : null;
    const key = `${lines.version}|${working?.list}|${working?.model}`;
    if (this.#answers && !changed && key === this.#key) return this.#answers;
    const version = (this.#answers?.version ?? 0) + 1;
    this.#answers = spread([...this.#chunks.values()], lines, working, version);
    this.#key = key;
    return this.#answers;
  }

  /** Whether any chunk came, was answered anew, or went. */
  async #follow(): Promise<boolean> {
    const { controlledChecks } = this.#database;
    const [keys, bases] = await this.#database.transaction('r', controlledChecks, () =>
      Promise.all([
        controlledChecks.orderBy('basis').primaryKeys(),
        controlledChecks.orderBy('basis').keys(),
      ]),
    );
    const before = this.#chunks;
    const chunks = new Map<string, ControlledChunk>();
    let changed = keys.length !== before.size;
    for (const [place, key] of keys.entries()) {
      const held = before.get(String(key));
      if (held && held.basis === bases[place]) {
        chunks.set(String(key), held);
        continue;
      }
      const chunk = await controlledChecks.get(key);
      if (chunk) chunks.set(String(key), chunk);
      changed = true;
    }
    this.#chunks = chunks;
    return changed;
  }
}
