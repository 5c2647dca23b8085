import { Workbox } from 'workbox-window';

/**
 * none: the newest version runs. ready: a newer one is on the tablet and waits for the officer.
 * taken: another tab switched to it; this one must be loaded again before it goes on.
 */
export type UpdateState = 'none' | 'ready' | 'taken';

export interface ShellUpdates {
  /** Switches to the waiting version and loads the page again. */
  readonly accept: () => void;
  /** Asks the server whether there is a newer version. Silent when there is no network. */
  readonly check: () => Promise<void>;
}

/** How often a tablet that stays open asks for a newer version, ms. */
const CHECK_EVERY = 60 * 60 * 1000;

/**
 * Registers the service worker. A browser without one, or one that refuses, still runs the app
 * with a network, so a failed registration is told to `failed` and never thrown.
 */
export function registerShell(
  url: string,
  tell: (state: UpdateState) => void,
  failed: (reason: unknown) => void,
): ShellUpdates {
  if (!('serviceWorker' in navigator)) {
    failed(new Error('no service worker in this browser'));
    return { accept: () => undefined, check: () => Promise.resolve() };
  }
  const workbox = new Workbox(url);
  let accepted = false;

  workbox.addEventListener('waiting', () => tell('ready'));
  workbox.addEventListener('controlling', (event) => {
    // The first worker of a fresh tablet takes over too: nothing changes for the page then.
    if (!event.isUpdate && !event.isExternal) return;
    if (accepted) location.reload();
    else tell('taken');
  });
  const registered = workbox.register().catch(failed);
  const check = async (): Promise<void> => {
    await registered;
    await workbox.update().catch(() => undefined);
  };
  setInterval(() => void check(), CHECK_EVERY);

  return {
    accept: () => {
      accepted = true;
      workbox.messageSkipWaiting();
    },
    check,
  };
}
