import { FormGroup, Radio, TextInput } from '../../ui/patternfly';
import { useState } from 'react';
import type { DiskFate } from '../../api/EdogApi';
import type { Vm } from '../../api/types';
import { useApi } from '../../live/LiveContext';
import { plural } from '../../ui/format';
import { FormDialog } from './FormDialog';
import { useSubmit } from './useSubmit';

export function DeleteVmDialog({ vm, onClose }: { vm: Vm; onClose: () => void }) {
  const api = useApi();
  const [disks, setDisks] = useState<DiskFate | null>(null);
  const [typed, setTyped] = useState('');
  const submit = useSubmit(() => api.deleteVm(vm.id, disks ?? 'keep'), onClose);
  return (
    <FormDialog
      title={`Delete ${vm.name}?`}
      confirm="Delete"
      danger
      disabled={disks === null || typed.trim() !== vm.name}
      onClose={onClose}
      testId="delete-dialog"
      {...submit}
    >
      <DiskChoice count={vm.disks.length} disks={disks} onChoose={setDisks} />
      <FormGroup label={`Type ${vm.name} to confirm`} fieldId="delete-name" isRequired>
        <TextInput
          id="delete-name"
          data-testid="delete-name"
          value={typed}
          onChange={(_, value) => setTyped(value)}
          autoComplete="off"
        />
      </FormGroup>
    </FormDialog>
  );
}

interface ChoiceProps {
  count: number;
  disks: DiskFate | null;
  onChoose: (disks: DiskFate) => void;
}

/** Nothing is chosen beforehand: the one loses data, the other leaves it lying about. */
function DiskChoice({ count, disks, onChoose }: ChoiceProps) {
  const [what, them] = count === 1 ? ['disk', 'it'] : [plural(count, 'disk'), 'them'];
  return (
    <FormGroup role="radiogroup" label={`What becomes of its ${what}`} fieldId="delete-disks" isRequired>
      <Radio
        id="delete-disks-delete"
        name="delete-disks"
        label={`Delete ${them} too`}
        description="The data is lost for good."
        isChecked={disks === 'delete'}
        onChange={() => onChoose('delete')}
        data-testid="delete-disks-delete"
      />
      <Radio
        id="delete-disks-keep"
        name="delete-disks"
        label={`Keep ${them}`}
        description={`Another VM can boot from ${them} later.`}
        isChecked={disks === 'keep'}
        onChange={() => onChoose('keep')}
        data-testid="delete-disks-keep"
      />
    </FormGroup>
  );
}
