import type { Vm } from '../../api/types';
import { useApi } from '../../live/LiveContext';
import { FormDialog } from './FormDialog';
import { useSubmit } from './useSubmit';

export function ResetVmDialog({ vm, onClose }: { vm: Vm; onClose: () => void }) {
  const api = useApi();
  const submit = useSubmit(() => api.act(vm.id, 'reset'), onClose);
  return (
    <FormDialog
      title={`Reset ${vm.name}?`}
      confirm="Reset"
      danger
      onClose={onClose}
      testId="reset-dialog"
      {...submit}
    >
      <p>Like pressing the reset button: the guest is not asked, and what it has not written is lost.</p>
    </FormDialog>
  );
}
