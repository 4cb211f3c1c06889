import { randomUUID } from 'node:crypto';
import { now } from './cluster.mjs';
import { Refusal } from './refusal.mjs';

/** Id of the one user. */
export const ADMIN = '5d1c7e0a-0000-4000-8000-000000000001';

/** How long each step of the make-believe takes. */
const STEP_MS = Number(process.env.MOCK_STEP_MS ?? 500);

const FROM = {
  start: ['stopped', 'error'],
  stop: ['starting', 'running', 'paused', 'stopping', 'unknown'],
  reboot: ['running'],
  reset: ['running', 'paused'],
  pause: ['running'],
  resume: ['paused'],
};

/** What each action leads to: state after state, one step each. */
const PATHS = {
  start: ['starting', 'running'],
  stop: ['stopping', 'stopped'],
  reboot: ['running', 'running'],
  reset: ['running', 'running'],
  pause: ['paused'],
  resume: ['running'],
};

const DESIRED = { start: 'running', stop: 'stopped', pause: 'paused', resume: 'running' };

/** Virtual machines that are nothing but rows. */
export class Machines {
  constructor(cluster) {
    this.cluster = cluster;
  }

  create(body) {
    this.validate(body, '');
    const source = body.template ?? body.bootVolume;
    const known = this.cluster.list('template').some((t) => t.name === source || t.id === source);
    if (body.template !== undefined && !known) {
      throw new Refusal(
        422,
        `There is no template '${source}'.`,
        'template',
        'List the templates and use one of those.',
      );
    }
    const disk = body.bootVolume ?? this.cluster.put('volume', newVolume(body.name)).id;
    const vm = this.cluster.put('vm', newVm(body, disk), ADMIN);
    this.cluster.change('volume', disk, { attachedTo: vm.id });
    const task = this.task('vm.create', vm.id, 'Cloning the disk');
    this.walk(vm.id, task.id, body.start ? ['stopped', 'starting', 'running'] : ['stopped']);
    return task;
  }

  update(id, body) {
    const vm = this.find(id);
    if (body.version !== undefined && body.version !== vm.version) {
      throw new Refusal(412, `${vm.name} has version ${vm.version} by now.`, '', 'Read it again.');
    }
    this.validate({ ...vm, ...body }, id);
    const { name, cpus, memoryMiB, policy } = { ...vm, ...body };
    const waits = vm.run ? ['cpus', 'memoryMiB'].filter((field) => body[field] !== vm[field]) : [];
    const version = vm.version + 1;
    return this.cluster.change('vm', id, { name, cpus, memoryMiB, policy, pending: waits, version }, ADMIN);
  }

  act(id, action) {
    const vm = this.find(id);
    if (!FROM[action].includes(vm.state)) {
      throw new Refusal(
        409,
        `${vm.name} is ${vm.state}.`,
        '',
        `Possible when it is ${FROM[action].join(' or ')}.`,
      );
    }
    this.cluster.change('vm', id, { desired: DESIRED[action] ?? vm.desired }, ADMIN);
    const task = this.task(`vm.${action}`, id, `${action} of ${vm.name}`);
    this.walk(id, task.id, PATHS[action]);
    return task;
  }

  delete(id, fate) {
    const vm = this.find(id);
    if (!['stopped', 'error'].includes(vm.state)) {
      throw new Refusal(409, `${vm.name} is ${vm.state}.`, '', 'Stop it first.');
    }
    const task = this.task('vm.delete', id, 'Removing its disks');
    setTimeout(() => {
      this.cluster.remove('vm', id);
      vm.disks.forEach(({ volume }) => this.release(volume, fate));
      this.finish(task.id);
    }, STEP_MS);
    return task;
  }

  release(volume, fate) {
    if (fate === 'delete') {
      this.cluster.remove('volume', volume);
    } else {
      this.cluster.change('volume', volume, { attachedTo: undefined });
    }
  }

  find(id) {
    const vm = this.cluster.list('vm').find((each) => each.id === id || each.name === id);
    if (!vm) {
      throw new Refusal(404, `There is no VM '${id}'.`, '', 'List the VMs.');
    }
    return vm;
  }

  validate({ name, cpus, memoryMiB }, ownId) {
    if (!/^[a-z0-9][a-z0-9.-]{0,62}$/i.test(name ?? '')) {
      throw new Refusal(
        400,
        'The name is not valid.',
        'name',
        'Use 1 to 63 letters, digits, dots and hyphens.',
      );
    }
    if (!(cpus >= 1 && cpus <= 64)) {
      throw new Refusal(400, `${cpus} CPUs are not possible.`, 'cpus', 'Use 1 to 64.');
    }
    if (!(memoryMiB >= 16)) {
      throw new Refusal(400, `${memoryMiB} MiB are not possible.`, 'memoryMiB', 'Use at least 16.');
    }
    if (this.cluster.list('vm').some((vm) => vm.name === name && vm.id !== ownId)) {
      throw new Refusal(
        409,
        `There is already a VM with the name '${name}'.`,
        'name',
        'Choose another name.',
      );
    }
  }

  task(kind, subject, message) {
    const task = { id: randomUUID(), kind, subject, state: 'running', progress: 10, message, problem: null };
    return this.cluster.put('task', task, ADMIN);
  }

  walk(id, taskId, [state, ...rest]) {
    setTimeout(() => {
      this.cluster.change('task', taskId, { progress: 90 - rest.length * 25 });
      this.settle(id, state);
      return rest.length > 0 ? this.walk(id, taskId, rest) : this.finish(taskId);
    }, STEP_MS);
  }

  settle(id, state) {
    const vm = this.cluster.get('vm', id);
    const runs = ['starting', 'running', 'paused', 'stopping'].includes(state);
    const fields = { state, host: runs ? 'node1' : null, run: runs ? (vm?.run ?? 1) : null, pending: [] };
    this.cluster.change('vm', id, { ...fields, observedAt: now() });
  }

  finish(taskId) {
    const over = { state: 'succeeded', progress: 100, message: '' };
    this.cluster.change('task', taskId, over);
  }
}

function newVolume(name) {
  const id = randomUUID();
  return { id, name: `${name}-${id.slice(0, 8)}`, pool: 'default', sizeBytes: 2 ** 25, state: 'ready' };
}

function newVm({ name, cpus, memoryMiB, policy, start }, disk) {
  return {
    id: randomUUID(),
    name,
    tenant: 'default',
    cpus,
    memoryMiB,
    disks: [{ volume: disk, bus: 'virtio' }],
    nics: [],
    desired: start ? 'running' : 'stopped',
    state: 'creating',
    reason: '',
    observedAt: now(),
    host: null,
    run: null,
    policy: policy ?? { onCrash: 'restart', onShutdown: 'stop', onHostLoss: 'restart' },
    pending: [],
    version: 1,
  };
}
