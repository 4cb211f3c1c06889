import { describe, expect, it } from 'vitest';
import { toCluster, toSession, toVm } from './decode';
import { toHost, toTask } from './decodeWork';

describe('toVm', () => {
  it('reads a VM as the API gives it', () => {
    const vm = toVm({
      id: 'a',
      name: 'web',
      cpus: 2,
      memoryMiB: 512,
      state: 'RUNNING',
      desired: 'running',
      host: 'node1',
      run: { number: 7, host: 'node1' },
      policy: { onCrash: 'leave', onShutdown: 'stop', onHostLoss: 'restart' },
      pending: ['cpus'],
      disks: [{ volume: 'v', bus: 'virtio' }],
    });
    expect(vm).toMatchObject({ state: 'running', host: 'node1', run: 7, pending: ['cpus'] });
    expect(vm.policy.onCrash).toBe('leave');
    expect(vm.disks).toEqual([{ volume: 'v', bus: 'virtio' }]);
  });

  it('never takes a state it does not know for a healthy one', () => {
    expect(toVm({ id: 'a', state: 'flying' }).state).toBe('unknown');
    expect(toVm({ id: 'a' }).state).toBe('unknown');
  });

  it('reads missing and null fields as empty', () => {
    const vm = toVm({ id: 'a', host: null, run: null, reason: null, disks: null });
    expect(vm).toMatchObject({ host: '', run: null, reason: '', disks: [], nics: [], pending: [] });
  });

  it('takes the run as a number too, and its host from the run', () => {
    expect(toVm({ run: 3 }).run).toBe(3);
    expect(toVm({ run: { number: 3, host: 'node2' } }).host).toBe('node2');
  });
});

describe('other objects', () => {
  it('reads a cluster that is armed or not', () => {
    expect(toCluster({ armed: true, members: ['n1', { name: 'n2' }] })).toMatchObject({
      armed: 'armed',
      members: ['n1', 'n2'],
    });
    expect(toCluster({ armed: false }).armed).toBe('disarmed');
    expect(toCluster({ armed: 'degraded' }).armed).toBe('degraded');
    expect(toCluster({}).armed).toBe('');
  });

  it('reads a host with and without its live values', () => {
    expect(toHost({ id: 'n1', state: 'up', lease: { expiresInMs: 4000 }, freeMiB: 10 })).toMatchObject({
      name: 'n1',
      leaseExpiresInMs: 4000,
      freeMiB: 10,
    });
    expect(toHost({ id: 'n1' })).toMatchObject({ state: 'unknown', leaseExpiresInMs: null, freeMiB: null });
  });

  it('reads a task that failed, under either name of its kind', () => {
    const task = toTask({
      id: 't',
      type: 'vm.start',
      state: 'failed',
      problem: { title: 'Failed', detail: 'why' },
    });
    expect(task).toMatchObject({ kind: 'vm.start', state: 'failed' });
    expect(task.problem?.detail).toBe('why');
    expect(toTask({ id: 't', kind: 'vm.stop' }).problem).toBeNull();
  });

  it('reads a session', () => {
    expect(toSession({ token: 'x', user: 'admin', roles: ['administrator'] })).toMatchObject({ token: 'x' });
  });
});
