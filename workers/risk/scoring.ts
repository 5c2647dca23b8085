import type { SpeedReading } from '../../src/contracts/risk.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import type { LineTable } from '../../src/domain/risk/declaration.ts';
import { encodeLines, type EncodedLines } from '../../src/domain/risk/knowledge.ts';
import type { RiskModel } from '../../src/domain/risk/model.ts';
import { scoreLines, type LineScores } from '../../src/domain/risk/score.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import type { Backend } from './network-backend.ts';

export interface Scoring {
  readonly encoded: EncodedLines;
  readonly scores: LineScores;
  readonly backend: SpeedReading['backend'];
}

/** Scores a table. Faults: gpu-lost (no backend runs the network), cancelled. */
export async function scoreTable(
  call: Call,
  model: RiskModel,
  table: LineTable,
  backends?: readonly Backend[],
): Promise<Result<Scoring>> {
  const tell = (done: number): void => {
    call.progress({ stage: 'scoring', done, of: table.length });
  };
  tell(0);
  const encoded = encodeLines(model.knowledge, table);
  let network: Float32Array | null = null;
  let backend: Scoring['backend'] = 'none';
  if (model.network && table.length > 0) {
    const { runNetworkMember } = await import('./network-backend.ts');
    const answer = await runNetworkMember(model.network, encoded, call.signal, backends);
    if (!answer.ok) return answer;
    network = answer.value.logits;
    backend = answer.value.backend;
  } else if (model.network) {
    network = new Float32Array(0);
  }
  if (call.signal.aborted) return fail('cancelled');
  const scores = scoreLines(model, encoded, network);
  tell(table.length);
  return succeed({ encoded, scores, backend });
}
