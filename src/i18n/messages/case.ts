import type { Decision } from '../../contracts/events.ts';
import type { BadOutcome, FormField } from './case-words.ts';
import { reasonMessages } from './case-reasons.ts';
