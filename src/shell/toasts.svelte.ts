/** How long a message can be undone, ms. */
const SHOWN_FOR = 8_000;

/** The one message at the foot: the last thing recorded, with undo while it shows. */
export class Toasts {
  shown = $state.raw<{ text: string; undo: (() => void) | undefined } | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show = (text: string, undo?: () => void): void => {
    clearTimeout(this.#timer);
    this.shown = { text, undo };
    this.#timer = setTimeout(() => (this.shown = null), SHOWN_FOR);
  };

  undo = (): void => {
    const undo = this.shown?.undo;
    this.shown = null;
    undo?.();
  };
}
