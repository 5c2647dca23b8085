/** Where the officer is, kept in the address so that reload and back work without a server. */
export type Place =
  | { readonly screen: 'clearance' }
  | { readonly screen: 'case'; readonly id: string }
  | { readonly screen: 'packs' }
  | { readonly screen: 'outbox' };

export function placeOf(hash: string): Place {
  const [screen, id] = hash.replace(/^#\/?/, '').split('/');
  if (screen === 'case' && id) return { screen, id: decodeURIComponent(id) };
  if (screen === 'packs' || screen === 'outbox') return { screen };
  return { screen: 'clearance' };
}

export function addressOf(place: Place): string {
  return place.screen === 'case' ? `#/case/${encodeURIComponent(place.id)}` : `#/${place.screen}`;
}

export class Router {
  place = $state<Place>(placeOf(location.hash));

  constructor() {
    addEventListener('hashchange', () => (this.place = placeOf(location.hash)));
  }

  go(place: Place): void {
    location.hash = addressOf(place);
  }

  /** Another case in place of this one: back still leads to the list. */
  replace(place: Place): void {
    history.replaceState(null, '', addressOf(place));
    this.place = place;
  }
}
