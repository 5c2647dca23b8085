import type { Result } from '../../src/contracts/fault.ts';

export interface AdapterTestWorker {
  double(value: number): Promise<Result<number>>;
  countTo(limit: number): Promise<Result<number>>;
  die(): Promise<Result<never>>;
  stumble(): Promise<Result<never>>;
}
