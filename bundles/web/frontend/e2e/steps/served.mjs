import { check } from '../runner.mjs';

const get = (url) => fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });

/** How the files of the page are served. */
export const SERVED_STEPS = [
  [
    'the page comes with a strict policy and is never cached',
    async ({ url }) => {
      const response = await get(`${url}/ui/`);
      check(response.status === 200, `GET /ui/ answered ${response.status}`);
      const policy = response.headers.get('content-security-policy') ?? '';
      check(policy.includes("default-src 'none'"), `the Content-Security-Policy is "${policy}"`);
      check(!policy.includes('unsafe'), `the Content-Security-Policy allows too much: ${policy}`);
      const caching = response.headers.get('cache-control') ?? '';
      check(caching.includes('no-cache'), `Cache-Control of the page is "${caching}"`);
    },
  ],
  [
    'its hashed files are cached for good',
    async ({ url }) => {
      const html = await (await get(`${url}/ui/`)).text();
      const script = /src="(\/ui\/assets\/[^"]+\.js)"/.exec(html)?.[1];
      check(script !== undefined, 'the page names no script');
      const response = await get(url + script);
      await response.arrayBuffer();
      const caching = response.headers.get('cache-control') ?? '';
      check(
        response.status === 200 && caching.includes('immutable'),
        `${script}: ${response.status} "${caching}"`,
      );
    },
  ],
  [
    'the address without a path leads to the page',
    async ({ url }) => {
      for (const path of ['/', '/ui']) {
        const response = await get(url + path);
        const location = response.headers.get('location') ?? '';
        const leads = response.status >= 301 && response.status <= 308 && location.endsWith('/ui/');
        check(leads, `GET ${path} answered ${response.status}, Location "${location}"`);
      }
    },
  ],
];
