/** What a key does on the classify screen. */
export type KeyAct = 'pick' | 'search' | 'keys' | 'leave' | 'candidate';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

/** In a field only Ctrl+Enter and Escape are keys of the screen: the rest is text. */
export function keyAct({ key, ctrlKey, metaKey }: Pressed, typing: boolean): KeyAct | null {
  if (ctrlKey || metaKey) return key === 'Enter' ? 'pick' : null;
  if (key === 'Escape') return 'leave';
  if (typing) return null;
  if (key === '/') return 'search';
  if (key === '?') return 'keys';
  return /^[1-8]$/.test(key) ? 'candidate' : null;
}

export function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
