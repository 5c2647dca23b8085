import { inField, keyAct, type KeyAct } from './classify-keys.ts';

/** What the keys of the classify screen do; `candidate` is told its place in the list, from 0. */
export interface ScreenKeys extends Record<Exclude<KeyAct, 'candidate' | 'leave'>, () => void> {
  readonly candidate: (place: number) => void;
  readonly leave: () => void;
}

/** Keys act only where nothing else takes them: not in a field, not under a sheet. */
export function onScreenKey(event: KeyboardEvent, keys: ScreenKeys): void {
  if (event.repeat || event.isComposing || event.defaultPrevented || event.altKey) return;
  if (document.querySelector('[role="dialog"]')) return;
  const act = keyAct(event, inField(event.target));
  if (act === null) return;
  if (act === 'candidate') keys.candidate(Number(event.key) - 1);
  else if (act === 'leave') leave(event.target, keys.leave);
  else keys[act]();
  event.preventDefault();
}

/** Out of the field first; the next press leaves what is open. */
function leave(from: EventTarget | null, onleave: () => void): void {
  if (inField(from) && from instanceof HTMLElement) from.blur();
  else onleave();
}
