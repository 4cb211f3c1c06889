import type { Vm } from '../../api/types';
import { useApi } from '../../live/LiveContext';
import { sayDone } from '../../ui/toasts';
import { type Draft, type DraftField, draftOf, toUpdate } from '../form/draft';
import { PolicyFields } from '../form/PolicyFields';
import { TextField } from '../form/TextField';
import { useDraft } from '../form/useDraft';
import { FormDialog } from './FormDialog';

const FIELDS: readonly DraftField[] = ['name', 'cpus', 'memoryMiB', 'onCrash', 'onShutdown', 'onHostLoss'];

export function EditVmDialog({ vm, onClose }: { vm: Vm; onClose: () => void }) {
  const api = useApi();
  const send = async (draft: Draft) => {
    await api.updateVm(vm.id, { ...toUpdate(draft), version: vm.version });
    sayDone(`${draft.name.trim()}: changed`);
  };
  const form = useDraft(draftOf(vm), FIELDS, send, onClose);
  return (
    <FormDialog
      wide
      title={`Edit ${vm.name}`}
      description="CPUs and memory of a running VM change at its next start."
      confirm="Save"
      busy={form.busy}
      problem={form.problems['']}
      onSubmit={form.submit}
      onClose={onClose}
      testId="edit-dialog"
    >
      <TextField form={form} field="name" label="Name" />
      <div className="edog-columns">
        <TextField form={form} field="cpus" label="CPUs" numeric />
        <TextField form={form} field="memoryMiB" label="Memory (MiB)" numeric />
      </div>
      <PolicyFields form={form} />
    </FormDialog>
  );
}
