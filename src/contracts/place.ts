import type { HsCode } from '../domain/hs/code.ts';

/** Where the officer is. The shell keeps it in the address; screens ask to go elsewhere. */
export type Place =
  | { readonly screen: 'clearance' }
  | { readonly screen: 'case'; readonly id: string }
  /** `declaration`: whose goods text is looked at; `code`: opened in the nomenclature. */
  | { readonly screen: 'classify'; readonly declaration?: string; readonly code?: HsCode }
  /** `pack`: id of the pack that is shown first. */
  | { readonly screen: 'packs'; readonly pack?: string }
  | { readonly screen: 'outbox' };
