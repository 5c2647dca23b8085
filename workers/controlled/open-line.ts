import { ANSWER_OF, type ControlledCase, type Ground } from '../../src/contracts/controlled.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import type { ControlledList } from '../../src/domain/controlled/controlled-list.ts';
import { missingDocuments } from '../../src/domain/controlled/documents.ts';
import { judgeLine, type Judged, type LineFacts } from '../../src/domain/controlled/judge.ts';
import type { RequirementRow } from '../../src/domain/controlled/requirement.ts';
import { codeAt } from '../../src/domain/risk/declaration.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';
import { readDeclaredGoods } from '../../src/platform/database/goods.ts';
import type { ImporterLines } from './importer-lines.ts';
import { factsOf, readSources, type ChunkKey, type ChunkSources } from './line-facts.ts';
import type { Judges } from './opened-packs.ts';

/** Answers that a rule gave: no word or number was weighed. */
const RULED: ReadonlySet<Ground> = new Set([
  'document-given',
  'document-missing',
  'document-unnamed',
  'condition-open',
  'documents-not-stated',
  'text-unread',
  'outside-dates',
]);

/** All on one line, judged afresh by the functions that judge whole files. Fault: not-found. */
export async function openLine(
  database: HaechiDatabase,
  importers: ImporterLines,
  { list: { list, version }, model }: Judges,
  declaration: string,
): Promise<Result<ControlledCase>> {
  const found = await findLine(database, declaration);
  if (!found) return fail('not-found', { declaration });
  const { sources, at } = found;
  const line = factsOf(sources)(at);
  const judged = judgeLine(list, model, line, sources.unread.has(declaration));
  const requirements = requirementsOf(list, line, judged);
  const { table } = sources.chunk;
  const past = await importers.others(codeAt(table, 'importer', at), codeAt(table, 'hs6', at));
  const goods = await readDeclaredGoods(database, declaration);
  return succeed({
    ...judged,
    ...{ declaration, requirements, list: version, model: model?.version ?? null },
    ...{ code: line.code, day: line.day, documents: line.documents, standing: list.standing },
    answer: ANSWER_OF[judged.ground],
    missing: missingDocuments(requirements, line.documents ?? '', list.longerNames),
    text: goods?.text ?? null,
    clues: model && !RULED.has(judged.ground) ? model.clues(list, line, past) : [],
  });
}

/** Different papers named for one code that was declared less exactly than it is listed. */
const MOST_BELOW = 20;

/**
 * Of the declared code where the list covers it or goods below it, else of the suspected one and what
 * lies below it.
 */
function requirementsOf(
  list: ControlledList,
  { code, day }: LineFacts,
  { suspect, ground }: Judged,
): readonly RequirementRow[] {
  const { rows, below } = list.coverage(code, day);
  if (rows.length > 0) return rows;
  if (ground === 'condition-open' || ground === 'document-given') return differentPapers(below);
  if (suspect === null) return [];
  const suspected = list.coverage(suspect, day);
  return [...suspected.rows, ...differentPapers(suspected.below)];
}

function differentPapers(rows: readonly RequirementRow[]): readonly RequirementRow[] {
  const papers = new Map(rows.map((row) => [`${row.law.ko} ${row.document.ko}`, row]));
  return [...papers.values()].slice(0, MOST_BELOW);
}

interface FoundLine {
  readonly sources: ChunkSources;
  /** Place of the line in its chunk. */
  readonly at: number;
}

/** By the index of its answer; a line that has none yet is looked for in the chunks without. */
async function findLine(
  database: HaechiDatabase,
  declaration: string,
): Promise<FoundLine | undefined> {
  const { controlledChecks, chunks } = database;
  const answered = controlledChecks.where('ids').equals(declaration);
  const key = (await answered.primaryKeys()).at(-1);
  if (key) return lineIn(database, key, declaration);
  const judged = await controlledChecks.toCollection().primaryKeys();
  const known = new Set(judged.map(String));
  for (const other of await chunks.toCollection().primaryKeys()) {
    const found = known.has(String(other)) ? undefined : await lineIn(database, other, declaration);
    if (found) return found;
  }
  return undefined;
}

async function lineIn(
  database: HaechiDatabase,
  key: ChunkKey,
  declaration: string,
): Promise<FoundLine | undefined> {
  const sources = await readSources(database, key);
  const at = sources?.chunk.table.id.indexOf(declaration) ?? -1;
  return sources && at >= 0 ? { sources, at } : undefined;
}
