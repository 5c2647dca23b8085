/** Trains the members on everything, for the pack; run as its own process. */
import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { corpusOf } from './corpus.ts';
import { readSources } from './sources.ts';
import { trainMembers } from './train-members.ts';

const [data = '', file = ''] = process.argv.slice(2);
const corpus = corpusOf(readSources(data));
const rows = Int32Array.from(corpus.rows.keys());
writeFileSync(file, serialize(trainMembers(corpus, rows, (line) => console.log(`whole: ${line}`))));
