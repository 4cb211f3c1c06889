import { describe, expect, it } from 'vitest';
import { aTask, aVm } from '../testing/samples';
import { countByState, openTasks, shownVms, type Sort } from './vmList';

const BY_NAME: Sort = { by: 'name', descending: false };
const vms = [
  aVm({ id: '1', name: 'web10', cpus: 4 }),
  aVm({ id: '2', name: 'web2', state: 'paused', host: 'node2', cpus: 4 }),
  aVm({ id: '3', name: 'db', state: 'error', reason: 'no space left', cpus: 8 }),
];
const names = (search: string, sort = BY_NAME) => shownVms(vms, search, sort).map((vm) => vm.name);

describe('shownVms', () => {
  it('sorts numbers within names as numbers', () => {
    expect(names('')).toEqual(['db', 'web2', 'web10']);
    expect(names('', { by: 'name', descending: true })).toEqual(['web10', 'web2', 'db']);
  });

  it('sorts equals by name', () => {
    expect(names('', { by: 'cpus', descending: true })).toEqual(['db', 'web2', 'web10']);
  });

  it('finds every word anywhere', () => {
    expect(names('WEB node2')).toEqual(['web2']);
    expect(names('space')).toEqual(['db']);
    expect(names('nothing like it')).toEqual([]);
  });
});

describe('beside the list', () => {
  it('counts by state', () => {
    expect([...countByState(vms)]).toEqual([
      ['running', 1],
      ['paused', 1],
      ['error', 1],
    ]);
  });

  it('finds the unfinished task of each VM', () => {
    const open = openTasks([aTask(), aTask({ id: 'x', subject: '2', state: 'failed' })]);
    expect([...open.keys()]).toEqual(['vm-1']);
  });
});
