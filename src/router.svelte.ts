import type { Place } from './contracts/place.ts';
import { parseHs } from './domain/hs/code.ts';

/** The place is kept in the address, so that reload and back work without a server. */
export function placeOf(hash: string): Place {
  const [path = '', query] = hash.replace(/^#\/?/, '').split('?');
  const [screen, id] = path.split('/');
  if (screen === 'case' && id) {
    const declaration = decode(id);
    if (declaration !== null) return { screen, id: declaration };
  }
  if (screen === 'classify') {
    const declaration = id ? decode(id) : null;
    const code = parseHs(new URLSearchParams(query).get('code') ?? '');
    return { screen, ...(declaration && { declaration }), ...(code && { code }) };
  }
  if (screen === 'packs') {
    const pack = id ? decode(id) : null;
    return { screen, ...(pack && { pack }) };
  }
  if (screen === 'outbox') return { screen };
  return { screen: 'clearance' };
}

/** An address typed or cut by hand may not be well-formed. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export function addressOf(place: Place): string {
  if (place.screen === 'case') return `#/case/${encodeURIComponent(place.id)}`;
  if (place.screen === 'packs' && place.pack) return `#/packs/${encodeURIComponent(place.pack)}`;
  if (place.screen !== 'classify') return `#/${place.screen}`;
  const declaration = place.declaration ? `/${encodeURIComponent(place.declaration)}` : '';
  return `#/classify${declaration}${place.code ? `?code=${place.code}` : ''}`;
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
