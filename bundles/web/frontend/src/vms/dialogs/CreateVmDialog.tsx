import { Checkbox, FormGroup } from '../../ui/patternfly';
import { useApi } from '../../live/LiveContext';
import { type Draft, type DraftField, NEW_DRAFT, toCreate } from '../form/draft';
import { PolicyFields } from '../form/PolicyFields';
import { SourceFields } from '../form/SourceFields';
import { TextField } from '../form/TextField';
import { useDraft } from '../form/useDraft';
import { FormDialog } from './FormDialog';

const FIELDS: readonly DraftField[] = [
  'name',
  'cpus',
  'memoryMiB',
  'template',
  'bootVolume',
  'onCrash',
  'onShutdown',
  'onHostLoss',
  'start',
];

export function CreateVmDialog({ onClose }: { onClose: () => void }) {
  const api = useApi();
  const send = (draft: Draft, key: string) => api.createVm(toCreate(draft), key);
  const form = useDraft(NEW_DRAFT, FIELDS, send, onClose);
  return (
    <FormDialog
      wide
      title="Create a virtual machine"
      confirm="Create"
      busy={form.busy}
      problem={form.problems['']}
      onSubmit={form.submit}
      onClose={onClose}
      testId="create-dialog"
    >
      <TextField form={form} field="name" label="Name" hint="Unique; letters, digits, dots and hyphens." />
      <div className="edog-columns">
        <TextField form={form} field="cpus" label="CPUs" numeric />
        <TextField form={form} field="memoryMiB" label="Memory (MiB)" numeric />
      </div>
      <SourceFields form={form} />
      <PolicyFields form={form} />
      <FormGroup>
        <Checkbox
          id="start"
          label="Start it as soon as its disk is ready"
          isChecked={form.draft.start}
          onChange={(_, checked) => form.set('start', checked)}
          data-testid="field-start"
        />
      </FormGroup>
    </FormDialog>
  );
}
