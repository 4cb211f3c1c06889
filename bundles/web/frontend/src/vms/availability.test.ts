import { describe, expect, it } from 'vitest';
import type { VmState } from '../api/types';
import { aVm } from '../testing/samples';
import { OPERATIONS, primaryOperation, whyNot } from './availability';

const possible = (state: VmState) =>
  OPERATIONS.filter((operation) => whyNot(operation, aVm({ state })) === '');

describe('whyNot', () => {
  it('offers what fits the state', () => {
    expect(possible('running')).toEqual(['stop', 'reboot', 'reset', 'pause', 'edit']);
    expect(possible('paused')).toEqual(['stop', 'reset', 'resume', 'edit']);
    expect(possible('stopped')).toEqual(['start', 'edit', 'delete']);
    expect(possible('creating')).toEqual(['edit']);
  });

  it('never offers to start what may run', () => {
    expect(whyNot('start', aVm({ state: 'unknown' }))).toContain('cannot tell');
  });

  it('gives the reason in a sentence', () => {
    expect(whyNot('start', aVm({ state: 'paused' }))).toBe('It is paused: resume it instead.');
    expect(whyNot('delete', aVm())).toBe('Stop it first: only a stopped VM can be deleted.');
    expect(whyNot('reboot', aVm({ state: 'stopped' }))).toBe('It does not run: it is stopped.');
  });
});

describe('primaryOperation', () => {
  it('is what is likely wanted next', () => {
    expect(primaryOperation(aVm())).toBe('stop');
    expect(primaryOperation(aVm({ state: 'stopped' }))).toBe('start');
    expect(primaryOperation(aVm({ state: 'paused' }))).toBe('resume');
  });
});
