import { execFileSync } from 'node:child_process';

/** Builds the app once before the journeys: they run on what ships. */
export function setup(): void {
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    stdio: 'inherit',
    // The test runner sets NODE_ENV to test, which would build something else than what ships.
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
