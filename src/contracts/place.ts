/** Where the officer is. The shell keeps it in the address; screens ask to go elsewhere. */
export type Place =
  | { readonly screen: 'clearance' }
  | { readonly screen: 'case'; readonly id: string }
  | { readonly screen: 'packs' }
  | { readonly screen: 'outbox' };
