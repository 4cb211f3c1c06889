/* The same steps against the make-believe appliance of dev/mock: `npm run build && npm run e2e:mock`. */
import { startMock } from '../dev/mock/server.mjs';
import { runAll } from './run.mjs';

const mock = await startMock();
const screenshot = process.env.EDOG_SCREENSHOT ?? '';
const passed = await runAll({ url: mock.url, password: 'secret', template: '', screenshot });
await mock.stop();
process.exit(passed ? 0 : 1);
