import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = join(dirname(fileURLToPath(import.meta.url)), '../../dist');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The same policy as the appliance's, so that what it forbids is seen during development. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Serves the built page under /ui/. */
export async function serveFile(path, response) {
  if (path === '/' || path === '/ui') {
    return response.writeHead(302, { Location: '/ui/' }).end();
  }
  const name = normalize(path.replace(/^\/ui\/?/, '')) || '.';
  const file = join(DIST, name === '.' ? 'index.html' : name);
  const content = file.startsWith(DIST) ? await readFile(file).catch(() => null) : null;
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const caching = path.startsWith('/ui/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  const headers = { 'Content-Type': type, 'Content-Security-Policy': POLICY, 'Cache-Control': caching };
  response.writeHead(content === null ? 404 : 200, headers);
  response.end(content ?? 'not found');
}
