import js from '@eslint/js';
import ts from 'typescript-eslint';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';

export default ts.config(
  { ignores: ['dist/', '.cache/', 'models/*/v*/', 'public/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.es2023 } },
    rules: {
      // The compiler checks names in every thread with that thread's own library.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 300, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    // Text from files and papers is hostile: it never becomes markup.
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Maps and dates here are replaced whole or never drawn; state says so with $state.raw.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    // Loops over typed arrays: the bounds are the loop's own, and `?? 0` would turn a wrong index
    // into a silent zero where `!` leaves a NaN that the packing check and the golden cases catch.
    files: [
      'src/domain/hs/suggest/**',
      'src/domain/documents/signatures/**',
      'models/hs/training/**',
      'models/documents/signatures/training/**',
      'tests/unit/domain/hs/suggest/**',
      'tests/unit/models/hs/**',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // The only places where printing to the terminal is the purpose.
    files: [
      'models/**',
      'server/main.ts',
      'bench/**',
      'tests/run.ts',
      'tests/chromium.ts',
      'tests/e2e/**',
    ],
    rules: { 'no-console': 'off' },
  },
);
