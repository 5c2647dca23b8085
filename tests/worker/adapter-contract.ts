import type { Result } from '../../src/contracts/fault.ts';

export interface AdapterTestWorker {
  double(value: number): Promise<Result<number>>;
  countTo(limit: number): Promise<Result<number>>;
  /** Tells a step and is done at once. */
  hurry(): Promise<Result<number>>;
  die(): Promise<Result<never>>;
  stumble(): Promise<Result<never>>;
}
