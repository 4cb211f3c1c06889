/* A make-believe appliance for working on the page: `npm run mock`, then `npm run dev`. Not shipped. */
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { Api } from './api.mjs';
import { Cluster } from './cluster.mjs';
import { streamEvents } from './events.mjs';
import { serveFile } from './files.mjs';
import { Refusal } from './refusal.mjs';

const API = '/api/v1';

/** Starts the mock on a port of loopback (0 takes a free one). */
export async function startMock(port = 0) {
  const cluster = new Cluster();
  const api = new Api(cluster);
  const state = { interrupted: false };
  const server = createServer((request, response) =>
    state.interrupted ? request.destroy() : void handle(api, request, response),
  );
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const interrupt = () => {
    state.interrupted = true;
    server.closeAllConnections();
  };
  const resume = () => {
    state.interrupted = false;
  };
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${server.address().port}`, cluster, api, interrupt, resume, stop };
}

async function handle(api, request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://mock');
  if (!pathname.startsWith(API)) {
    return serveFile(pathname, response);
  }
  try {
    await handleApi(api, pathname.slice(API.length), searchParams, request, response);
  } catch (error) {
    refuse(error, response);
  }
}

async function handleApi(api, path, query, request, response) {
  const token = (request.headers.authorization ?? '').replace('Bearer ', '');
  if (path === '/events') {
    api.admit(token);
    return streamEvents(api.cluster, request, response);
  }
  const text = await bodyOf(request);
  const { status, body, location } = api.answer(
    request.method,
    path,
    query,
    token,
    text ? JSON.parse(text) : undefined,
  );
  const headers = { 'Content-Type': 'application/json', 'Edog-Index': String(api.cluster.index) };
  response.writeHead(status, location ? { ...headers, Location: location } : headers);
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
  }
  return text;
}

function refuse(error, response) {
  const { status, problem } = error instanceof Refusal ? error : new Refusal(500, String(error));
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify(problem));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await startMock(Number(process.env.MOCK_PORT ?? 9501));
  console.log(`mock appliance at ${url}/ui/ (user admin, password ${process.env.MOCK_PASSWORD ?? 'secret'})`);
}
