/** Leaves nothing behind: whatever became of the run, its VM is stopped and deleted through the API. */
export async function cleanUp({ url, password, vm }) {
  try {
    const call = await loggedIn(url, password);
    const { items } = await call('GET', `/vms?q=${vm}`);
    for (const { id, state } of items.filter(({ name }) => name.startsWith(vm))) {
      await remove(call, id, state);
    }
    await call('DELETE', '/sessions/current');
  } catch (error) {
    console.error(`clean-up: ${error.message}`);
  }
}

const TRIES = 20;
const BETWEEN_MS = 500;

async function remove(call, id, state) {
  if (state !== 'stopped') {
    await call('POST', `/vms/${id}/stop`, { force: true });
  }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const refused = await call('DELETE', `/vms/${id}?disks=delete`).catch((error) => error);
    if (!(refused instanceof Error)) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
  throw new Error(`VM ${id} is left behind`);
}

async function loggedIn(url, password) {
  const { token } = await request(url, '', 'POST', '/sessions', { user: 'admin', password });
  return (method, path, body) => request(url, token, method, path, body);
}

async function request(url, token, method, path, body) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    signal: AbortSignal.timeout(10_000),
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${text}`);
  }
  return text === '' ? null : JSON.parse(text);
}
