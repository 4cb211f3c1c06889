import { describe, expect, it } from 'vitest';
import type { Vm } from '../api/types';
import { aVm } from '../testing/samples';
import { OPERATIONS, primaryOperation, whyNot } from './availability';

const possible = (fields: Partial<Vm>) =>
  OPERATIONS.filter((operation) => whyNot(operation, aVm(fields)) === '');

describe('whyNot', () => {
  it('offers what fits the state', () => {
    expect(possible({ state: 'running' })).toEqual(['stop', 'reboot', 'reset', 'pause', 'edit']);
    expect(possible({ state: 'paused' })).toEqual(['stop', 'reset', 'resume', 'edit']);
    expect(possible({ state: 'stopped', desired: 'stopped', run: null })).toEqual([
      'start',
      'edit',
      'delete',
    ]);
    expect(possible({ state: 'error', desired: 'stopped', run: null })).toEqual(['start', 'edit', 'delete']);
    expect(possible({ state: 'creating', run: null })).toEqual(['edit', 'delete']);
    expect(possible({ state: 'stopping' })).toEqual(['stop', 'edit']);
  });

  it('lets a start or restart that waits be called off', () => {
    expect(possible({ state: 'starting', run: null })).toEqual(['stop', 'edit', 'delete']);
    expect(possible({ state: 'stopped', desired: 'running', run: null })).toEqual([
      'start',
      'stop',
      'edit',
      'delete',
    ]);
  });

  it('never offers to start what may run', () => {
    expect(possible({ state: 'unknown' })).toEqual(['stop', 'edit']);
    expect(whyNot('start', aVm({ state: 'unknown' }))).toContain('never runs it twice');
  });

  it('gives the reason in a sentence', () => {
    expect(whyNot('start', aVm())).toBe('It is running already.');
    expect(whyNot('start', aVm({ state: 'paused' }))).toBe('It is paused: resume it instead.');
    expect(whyNot('delete', aVm())).toBe('Stop it first: only a stopped VM can be deleted.');
    expect(whyNot('reset', aVm({ state: 'stopped', run: null }))).toBe(
      'It must be running or paused; it is stopped.',
    );
  });
});

describe('primaryOperation', () => {
  it('is what is likely wanted next', () => {
    expect(primaryOperation(aVm())).toBe('stop');
    expect(primaryOperation(aVm({ state: 'starting', run: null }))).toBe('stop');
    expect(primaryOperation(aVm({ state: 'stopped', run: null }))).toBe('start');
    expect(primaryOperation(aVm({ state: 'paused' }))).toBe('resume');
  });
});
