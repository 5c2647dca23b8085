import { registerShell, type ShellUpdates, type UpdateState } from './service-worker.ts';

/** Whether a newer version of the app waits on the tablet, and whether it works offline at all. */
export class Updates {
  state = $state<UpdateState>('none');
  /** True when the shell could not be kept: the app then needs the server to open. */
  failed = $state(false);
  #shell: ShellUpdates | undefined;

  register(url: string): void {
    this.#shell = registerShell(
      url,
      (state) => (this.state = state),
      () => (this.failed = true),
    );
  }

  /** The officer agrees: the newer version takes over and the page loads again. */
  accept(): void {
    if (this.state === 'taken') location.reload();
    else this.#shell?.accept();
  }

  async check(): Promise<void> {
    await this.#shell?.check();
  }
}
