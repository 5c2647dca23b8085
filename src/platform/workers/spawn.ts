/** The one file that knows where workers live. Vite needs each URL to be literal. */
export function spawnRiskWorker(): Worker {
  return new Worker(new URL('../../../workers/risk/worker.ts', import.meta.url), {
    type: 'module',
    name: 'risk',
  });
}

export function spawnHsWorker(): Worker {
  return new Worker(new URL('../../../workers/hs/worker.ts', import.meta.url), {
    type: 'module',
    name: 'hs',
  });
}

export function spawnControlledWorker(): Worker {
  return new Worker(new URL('../../../workers/controlled/worker.ts', import.meta.url), {
    type: 'module',
    name: 'controlled',
  });
}
