import { defineConfig } from 'vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { VitePWA } from 'vite-plugin-pwa';
import { SECURITY_HEADERS } from './server/headers.ts';

export default defineConfig({
  plugins: [
    svelte(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'workers/service',
      filename: 'worker.ts',
      injectRegister: false,
      manifest: {
        name: '해치 Haechi',
        short_name: '해치',
        description: '통관 위험을 태블릿에서, 연결 없이. Customs risk on the tablet, offline.',
        lang: 'ko',
        start_url: '/',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#ffffff',
        icons: [
          { src: '/icons/haechi-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/haechi-512.png', sizes: '512x512', type: 'image/png' },
          {
            src: '/icons/haechi-maskable-512.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
        ],
      },
      injectManifest: {
        // Packs stay out: they are downloaded, hash-checked and kept in IndexedDB.
        globPatterns: ['**/*.{js,css,html,wasm,woff2,png,svg,webmanifest}', 'samples/*.csv'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      },
    }),
  ],
  worker: { format: 'es' },
  build: { target: 'es2023' },
  // Packs and health come from the server: run `npm start` beside `npm run dev`.
  server: {
    headers: SECURITY_HEADERS,
    proxy: { '/packs': 'http://localhost:4173', '/api': 'http://localhost:4173' },
  },
});
