/** `npm start`: serves the built app and its packs until it is told to stop. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';

const DEFAULT_PORT = 4173;
/** Open connections get this long to finish when the server stops, ms. */
const STOP_LIMIT = 3000;

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const models = fileURLToPath(new URL('../models', import.meta.url));

function giveUp(message: string): never {
  console.error(message);
  process.exit(1);
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  return giveUp(`PORT must be a whole number from 0 to 65535, not "${text}".`);
}

const wanted = readPort(process.env['PORT']);
if (!existsSync(dist)) giveUp('The app is not built yet. Run: npm start (it builds, then serves).');

const app = await createApp({ dist, models });
const server = serve({ fetch: app.fetch, port: wanted }, ({ port }) => {
  console.log(`Haechi is ready. Open http://localhost:${port} in a browser.`);
  console.log('Press Ctrl+C to stop. What is on the tablet keeps working without this server.');
});

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    giveUp(
      `Port ${wanted} is in use. Stop what runs there, or choose another: PORT=4180 npm start`,
    );
  }
  if (error.code === 'EACCES') {
    giveUp(`This account may not open port ${wanted}. Choose one above 1023: PORT=4180 npm start`);
  }
  throw error;
});

function stop(): void {
  setTimeout(() => process.exit(0), STOP_LIMIT).unref();
  server.close(() => process.exit(0));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
