/** Trains the members without one fold and writes what they say of it; run as its own process. */
import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { corpusOf } from './corpus.ts';
import { habitsOf, judge, judgedRows } from './held-out.ts';
import { readSources } from './sources.ts';
import { membersOf, trainMembers } from './train-members.ts';

const [data = '', fold = '', file = ''] = process.argv.slice(2);
const corpus = corpusOf(readSources(data));
const rows = Int32Array.from(corpus.rows.keys()).filter((row) => corpus.fold[row] !== Number(fold));
const made = trainMembers(corpus, rows, (line) => console.log(`fold ${fold}: ${line}`));
const members = membersOf(corpus, made);
const judged = judge(corpus, members, habitsOf(corpus, rows), judgedRows(corpus, Number(fold)));
writeFileSync(file, serialize(judged));
console.log(`fold ${fold}: ${judged.length} texts judged`);
