import type { Progress } from '../../contracts/risk.ts';
import type { Result } from '../../contracts/fault.ts';

/** What every worker method gets first: when to stop, and whom to tell how far it is. */
export interface Call {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** The methods of a contract as a worker implements them. */
export type Served<W> = {
  [K in keyof W]: W[K] extends (...args: infer A) => Promise<Result<infer R>>
    ? (call: Call, ...args: A) => Promise<Result<R>>
    : never;
};

/** The same methods as the screen calls them. */
export type Called<W> = {
  [K in keyof W]: W[K] extends (...args: infer A) => Promise<Result<infer R>>
    ? (call: Partial<Call>, ...args: A) => Promise<Result<R>>
    : never;
};

/** What lies on the wire between the two halves of the adapter. */
export interface Wire {
  run(
    id: number,
    method: string,
    args: unknown[],
    /** Settles when the screen has been told. */
    progress: ((progress: Progress) => Promise<void>) | null,
  ): Promise<Result<unknown>>;
  cancel(id: number): Promise<void>;
}
