import { Refusal } from './refusal.mjs';

/** How often a silent stream says that it lives. */
const COMMENT_MS = 5_000;

/** Follows the cluster for one client, from the index it knows. */
export function streamEvents(cluster, request, response) {
  const after = Number(request.headers['last-event-id'] ?? cluster.index);
  if (after + 1 < (cluster.entries[0]?.index ?? 0)) {
    throw new Refusal(410, 'Those events are no longer kept.', '', 'Read the lists again.');
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const write = ({ index, name, data }) =>
    response.write(`id: ${index}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  response.write(': hello\n\n');
  cluster.entries.filter((entry) => entry.index > after).forEach(write);
  cluster.followers.add(write);
  const timer = setInterval(() => response.write(': still here\n\n'), COMMENT_MS);
  response.on('close', () => {
    clearInterval(timer);
    cluster.followers.delete(write);
  });
}
