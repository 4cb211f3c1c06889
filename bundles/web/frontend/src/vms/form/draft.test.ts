import { describe, expect, it } from 'vitest';
import { toProblem } from '../../api/problem';
import { aVm } from '../../testing/samples';
import { byField, draftOf, NEW_DRAFT, toCreate, toUpdate, unsendable } from './draft';

const FIELDS = ['name', 'cpus', 'memoryMiB', 'template', 'bootVolume', 'onCrash'] as const;
const filled = { ...NEW_DRAFT, name: ' web ', template: 'tiny' };

describe('a draft', () => {
  it('becomes the request to create', () => {
    expect(toCreate(filled)).toEqual({
      name: 'web',
      cpus: 1,
      memoryMiB: 512,
      template: 'tiny',
      policy: { onCrash: 'restart', onShutdown: 'stop', onHostLoss: 'restart' },
      start: true,
    });
    expect(toCreate({ ...filled, source: 'bootVolume', bootVolume: 'v' })).not.toHaveProperty('template');
  });

  it('begins as the VM it changes', () => {
    const vm = aVm({ cpus: 3, policy: { onCrash: 'leave', onShutdown: 'stop', onHostLoss: 'restart' } });
    expect(toUpdate(draftOf(vm))).toMatchObject({ name: 'web', cpus: 3, policy: vm.policy });
  });

  it('is sent although its values may be wrong: the server judges', () => {
    expect(unsendable({ ...filled, memoryMiB: '-5', cpus: '0' }, FIELDS)).toEqual({});
  });

  it('is not sent when it cannot be', () => {
    const wrong = unsendable({ ...NEW_DRAFT, cpus: 'two', memoryMiB: '' }, FIELDS);
    expect(Object.keys(wrong)).toEqual(['name', 'cpus', 'memoryMiB', 'template']);
    expect(Object.keys(unsendable(NEW_DRAFT, ['cpus']))).toEqual([]);
  });
});

describe('a refusal', () => {
  const at = (field: string) => Object.keys(byField(toProblem({ field }, 400), FIELDS));

  it('is shown at its field, however that is written', () => {
    expect(at('memoryMiB')).toEqual(['memoryMiB']);
    expect(at('/name')).toEqual(['name']);
    expect(at('policy.onCrash')).toEqual(['onCrash']);
  });

  it('is shown above the form when it has no field there', () => {
    expect(at('')).toEqual(['']);
    expect(at('nics.0.mac')).toEqual(['']);
  });
});
