import { Hono } from 'hono';
import { SECURITY_HEADERS } from './headers.ts';
import { packRoutes } from './routes/packs.ts';
import { shellRoutes } from './routes/shell.ts';

export interface AppFolders {
  /** The built app. Read once, when the server starts. */
  readonly dist: string;
  /** Packs and their manifest. The manifest is read anew each time: a pack can arrive any day. */
  readonly models: string;
}

/** The whole server as a function of a request, so that tests need no port. */
export async function createApp(folders: AppFolders): Promise<Hono> {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
  });
  app.get('/api/health', (context) =>
    context.json({ service: 'haechi' }, 200, { 'Cache-Control': 'no-store' }),
  );
  app.route('/packs', packRoutes(folders.models));
  app.route('/', await shellRoutes(folders.dist));
  app.notFound((context) => context.text('Not found', 404));
  return app;
}
