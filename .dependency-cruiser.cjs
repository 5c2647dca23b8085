const slices = 'risk|hs|controlled|documents|travellers|inspections|packs|outbox';
const trainings = 'risk|hs|controlled|documents|nomenclature|rules';
/** The borders of docs/architecture.md. Each rule says what to do instead. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment:
        'domain holds rules of the trade that training and serving share. Pass what you need as an argument; put I/O in platform, workers or models.',
      severity: 'error',
      from: { path: '^src/domain' },
      to: { pathNot: '^src/domain|^node_modules/(@noble/hashes|valibot|@tensorflow/tfjs-core)' },
    },
    {
      name: 'contracts-know-domain-only',
      comment: 'A contract is types and schemas. Move behaviour to domain or platform.',
      severity: 'error',
      from: { path: '^src/contracts' },
      to: { pathNot: '^src/(contracts|domain)|^node_modules/valibot' },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'platform wraps the browser. Let the feature pass what differs.',
      severity: 'error',
      from: { path: '^src/platform' },
      to: { path: '^(src/(features|ui|i18n)|workers|models|server)' },
    },
    {
      name: 'ui-knows-no-trade',
      comment: 'ui holds controls and charts. Pass texts and values as props.',
      severity: 'error',
      from: { path: '^src/ui' },
      to: { path: '^src/(features|platform|contracts|domain)|^workers' },
    },
    {
      name: 'slices-never-meet',
      comment: 'Slices meet in domain types, in the database or in App.svelte.',
      severity: 'error',
      from: { path: `^src/features/(${slices})/` },
      to: { path: `^src/features/(${slices})/`, pathNot: '^src/features/$1/' },
    },
    {
      name: 'features-know-no-shell',
      comment: 'What a screen needs from the composition root arrives as a prop.',
      severity: 'error',
      from: { path: '^src/features' },
      to: { path: '^src/(shell|boot|router|main|App|Shell)' },
    },
    {
      name: 'workers-never-meet',
      comment:
        'A worker is reached by URL from src/platform/workers/spawn.ts; share code through domain.',
      severity: 'error',
      from: { path: '^workers/([^/]+)/' },
      to: { path: '^workers/([^/]+)/', pathNot: '^workers/$1/' },
    },
    {
      name: 'workers-know-no-screen',
      comment: 'Workers may import domain, contracts and platform, never what the officer sees.',
      severity: 'error',
      from: { path: '^workers' },
      to: { path: '^src/(features|ui|i18n|main|App)' },
    },
    {
      name: 'screen-never-imports-workers',
      comment: 'The app reaches a worker by URL from src/platform/workers/spawn.ts only.',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^workers' },
    },
    {
      name: 'trainings-never-meet',
      comment: 'What two trainings need lies beside them in models/.',
      severity: 'error',
      from: { path: `^models/(${trainings})/` },
      to: { path: `^models/(${trainings})/`, pathNot: '^models/$1/' },
    },
    {
      name: 'training-and-server-share-domain-only',
      comment: 'models and server import domain and contracts, nothing else of the app.',
      severity: 'error',
      from: { path: '^(models|server)/' },
      to: { path: '^(src|workers)/', pathNot: '^src/(domain|contracts)/' },
    },
    {
      name: 'nothing-shipped-imports-tests',
      comment: 'Fixtures stay in tests.',
      severity: 'error',
      from: { path: '^(src|workers|server|models)' },
      to: { path: '^(tests|bench)/' },
    },
    {
      name: 'no-dev-dependency-shipped',
      comment: 'What ships must be listed in dependencies.',
      severity: 'error',
      from: { path: '^(src|workers|server)' },
      to: {
        dependencyTypes: ['npm-dev'],
        pathNot: '\\.svelte$|^node_modules/(@types|@webgpu|svelte|vite)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tests.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'browser', 'default'],
    },
  },
};
